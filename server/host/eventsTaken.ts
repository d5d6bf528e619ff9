import { tasksOf } from '../../machines/chart/closingTasks.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { overridableFailures } from '../../machines/chart/failures.ts';
import { isPageId, type ScreenId } from '../../machines/pages/screens.ts';
import { toSettle } from '../../machines/plan/settled.ts';
import { isKnown } from '../../machines/plan/settledProperties.ts';
import { Remembered } from '../../machines/vocabulary/remembered.ts';
import { type Snapshot, screenOf } from './transition.ts';

/** The events that the present state takes, each tried with what it would need. */
export function eventsTaken(snapshot: Snapshot): WizardEvent['type'][] {
  return tried.filter((type) => {
    const event = isHeard(snapshot, type) && probes[type](snapshot);
    return event && snapshot.can(event);
  });
}

/** Whether the present state takes an event. Most states do not listen for most events: that is asked first, and costs little. */
export function isTaken(snapshot: Snapshot, event: WizardEvent): boolean {
  return isHeard(snapshot, event.type) && snapshot.can(event);
}

function isHeard({ _nodes: nodes }: Snapshot, type: WizardEvent['type']): boolean {
  return nodes.some((node) => heard.get(node).includes(type));
}

type Node = Snapshot['_nodes'][number];

/** The events that a node of the chart has any transition for, whatever their guards say. */
const heard = new Remembered((node: Node): readonly string[] => node.ownEvents);

/** What each event would need where it could be taken at all; asked for only where the state listens for it. */
const probes = {
  submit: (snapshot) => {
    const page = screenOf(snapshot);
    return isPageId(page) && ({ type: 'submit', page, answers: {} } as WizardEvent);
  },
  acknowledge: (snapshot) => ({ type: 'acknowledge', page: screenOf(snapshot) }),
  back: () => ({ type: 'back' }),
  revisit: (snapshot) => {
    const page = lastBehind(snapshot);
    return page && { type: 'revisit', page };
  },
  change: (snapshot) => {
    const page = lastBehind(snapshot, (page) => page in snapshot.context.answers);
    return page && ({ type: 'change', page, answers: {} } as WizardEvent);
  },
  recheck: () => ({ type: 'recheck' }),
  override: ({ context }) => {
    const check = overridableFailures(context)[0]?.id;
    return check && { type: 'override', check, reason: '', who: '', at: '' };
  },
  register: () => ({ type: 'register', mailbox: '', group: '', secretMonths: 12 }),
  settle: ({ context }) => {
    const open = toSettle(context).properties.find(({ provenance }) => !isKnown(provenance));
    return open && { type: 'settle', name: open.name, settlement: null };
  },
  install: () => ({ type: 'install' }),
  retry: () => ({ type: 'retry' }),
  complete: ({ context }) => {
    const task = tasksOf(context)[0];
    return task && { type: 'complete', task, outcome: 'done' };
  },
  cancel: () => ({ type: 'cancel' }),
} satisfies { readonly [Type in WizardEvent['type']]?: (snapshot: Snapshot) => WizardEvent | false | undefined };

const tried = Object.keys(probes) as (keyof typeof probes)[];

/** The last screen of the way here that suits. */
function lastBehind(snapshot: Snapshot, suits: (screen: ScreenId) => boolean = () => true): ScreenId | undefined {
  const present = screenOf(snapshot);
  return snapshot.context.trail.findLast((screen) => screen !== present && suits(screen));
}
