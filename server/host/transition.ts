import { createActor, type ExecutableActionObject, initialTransition, type SnapshotFrom } from 'xstate';
import type { Beginning } from '../../machines/chart/context.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import type { ScreenId } from '../../machines/pages/screens.ts';
import type { Services } from '../../machines/ports/services.ts';
import type { ProblemCode } from '../../machines/vocabulary/problems.ts';
import { Remembered } from '../../machines/vocabulary/remembered.ts';
import type { Effect } from '../store/effect.ts';
import type { PersistedSnapshot } from '../store/snapshot.ts';

/** Where an installation is, with the chart at hand: what is kept of it, revived. */
export type Snapshot = SnapshotFrom<typeof wizardMachine>;

/** How a service call ended, in the chart's own words. */
export type Outcome =
  | { readonly type: `xstate.done.actor.${string}`; readonly output: unknown }
  | { readonly type: `xstate.error.actor.${string}`; readonly error: { readonly code: ProblemCode; readonly message: string } };

/** Where the chart goes on, computed and not yet carried out. */
export interface Transition {
  readonly kept: PersistedSnapshot;
  readonly started: readonly Effect[];
  /** Ids of the calls that the new state no longer waits for. */
  readonly stopped: readonly string[];
}

/** The first transition: an installation begins. */
export function firstTransition(input: Beginning): Transition {
  const [next, actions] = initialTransition(wizardMachine, input);
  return toTransition([], next, actions);
}

/** The transition that an event leads to; nothing, where the present state does not take it. */
export function transitionOn(now: Snapshot, event: WizardEvent | Outcome): Transition | undefined {
  // An error that nobody waits for would end the whole chart.
  if (event.type.startsWith('xstate.error.') && !now.can(event as WizardEvent)) return undefined;
  const actions: ExecutableActionObject[] = [];
  const next = wizardMachine.transition(now, event as WizardEvent, {
    ...scope,
    actionExecutor: (action) => void actions.push(action),
  });
  // What takes no event stays the same. To ask before (`can`) would cost half as much again as the transition.
  if (next === now) return undefined;
  return toTransition(callsOf(now), next, actions);
}

/**
 * What a transition is made in, once for all of them: XState's own `transition` makes an actor of the whole chart anew each time,
 * which costs more than the transition itself.
 */
const self = createActor(wizardMachine, { input: { id: '', package: null } });
const scope = {
  self,
  system: self.system,
  id: self.id,
  sessionId: self.sessionId,
  logger: () => {},
  defer: () => {},
  stopChild: () => {},
  emit: () => {},
};

/**
 * What is kept, with the chart at hand. The same is revived once, however often it is asked for.
 *
 * @throws where the chart has no such state.
 */
export function revive(kept: PersistedSnapshot): Snapshot {
  return revived.get(kept);
}

const revived = new Remembered(
  (kept: PersistedSnapshot) => wizardMachine.resolveState(kept as Parameters<typeof wizardMachine.resolveState>[0]) as Snapshot,
);

/** What is on screen: the innermost state that has a screen of its own. */
export function screenOf({ _nodes: nodes }: Snapshot): ScreenId {
  let screen: ScreenId = 'welcome';
  let depth = -1;
  for (const { meta, path } of nodes) {
    if (!meta?.screen || path.length <= depth) continue;
    depth = path.length;
    screen = meta.screen;
  }
  return screen;
}

/** Ids of the calls that a state waits for. It is a matter of the state alone, so it can be told after a restart too. */
export function callsOf(snapshot: Snapshot): string[] {
  return callingIn(snapshot).flatMap(({ invoke }) => invoke.map(({ id }) => id));
}

/** The calls that a state waits for, and what each is about: a page's check is called by its page. */
export function waitedForBy(snapshot: Snapshot): Pick<Effect, 'id' | 'service'>[] {
  return callingIn(snapshot).flatMap(({ invoke }) =>
    invoke.map(({ id, src }) => ({ id, service: String(src) as keyof Services })),
  );
}

/** Most states wait for none. */
function callingIn({ _nodes: nodes }: Snapshot) {
  return nodes.filter(({ invoke }) => invoke.length > 0);
}

/** Whether the state waits for a call that a client may want to wait for too: any but the installer. */
export function isChecking(snapshot: Snapshot): boolean {
  return waitedForBy(snapshot).some(({ service }) => service !== 'install' && service !== 'stopInstaller');
}

function toTransition(
  before: readonly string[],
  next: Snapshot,
  actions: readonly { type: string; params?: unknown }[],
): Transition {
  const started = actions
    .filter(({ type }) => type === 'xstate.spawnChild')
    .map(({ params }) => params as { id: string; src: keyof Services; input: unknown })
    .map(({ id, src, input }) => ({ id, service: src, input }));
  const after = callsOf(next);
  const kept = { value: next.value, context: next.context, status: next.status };
  // A state that waits for a call holds on to it here, where calls are made elsewhere: that one is revived without.
  if (Object.keys(next.children).length === 0) revived.set(kept, next);
  return {
    kept,
    started,
    stopped: before.filter((id) => !after.includes(id) || started.some((effect) => effect.id === id)),
  };
}
