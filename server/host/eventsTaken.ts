import { tasksOf } from '../../machines/chart/closingTasks.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { overridableFailures } from '../../machines/chart/failures.ts';
import { isPageId } from '../../machines/pages/screens.ts';
import { toSettle } from '../../machines/plan/settled.ts';
import { isKnown } from '../../machines/plan/settledProperties.ts';
import { type Snapshot, screenOf } from './transition.ts';

/** The events that the present state takes, each tried with what it would need. */
export function eventsTaken(snapshot: Snapshot): WizardEvent['type'][] {
  const events = new Set(snapshot._nodes.flatMap(heardBy));
  return probes(snapshot)
    .filter((event) => events.has(event.type) && snapshot.can(event))
    .map(({ type }) => type);
}

type Node = Snapshot['_nodes'][number];

/** The events that a node of the chart has any transition for, whatever their guards say. */
function heardBy(node: Node): readonly string[] {
  const known = heard.get(node);
  if (known) return known;
  const made: readonly string[] = node.ownEvents;
  heard.set(node, made);
  return made;
}

const heard = new WeakMap<Node, readonly string[]>();

function probes(snapshot: Snapshot): WizardEvent[] {
  const { context } = snapshot;
  const screen = screenOf(snapshot);
  const behind = context.trail.findLast((page) => page !== screen);
  const answered = context.trail.findLast((page) => page !== screen && isPageId(page) && page in context.answers);
  const check = overridableFailures(context)[0]?.id;
  const open = toSettle(context).properties.find(({ provenance }) => !isKnown(provenance));
  const task = tasksOf(context)[0];
  return [
    ...(isPageId(screen) ? [{ type: 'submit', page: screen, answers: {} } as WizardEvent] : []),
    { type: 'acknowledge', page: screen },
    { type: 'back' },
    ...(behind ? [{ type: 'revisit', page: behind } as const] : []),
    ...(answered ? [{ type: 'change', page: answered, answers: {} } as WizardEvent] : []),
    { type: 'recheck' },
    ...(check ? [{ type: 'override', check, reason: '', who: '', at: '' } as const] : []),
    { type: 'register', mailbox: '', group: '', secretMonths: 12 },
    ...(open ? [{ type: 'settle', name: open.name, settlement: null } as const] : []),
    { type: 'install' },
    { type: 'retry' },
    ...(task ? [{ type: 'complete', task, outcome: 'done' } as const] : []),
    { type: 'cancel' },
  ];
}
