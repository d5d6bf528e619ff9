import { initialTransition, type SnapshotFrom, type StateValue, transition } from 'xstate';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import type { ScreenId } from '../../machines/pages/screens.ts';
import type { Services } from '../../machines/ports/services.ts';
import type { ProblemCode } from '../../machines/vocabulary/problems.ts';

export type Snapshot = SnapshotFrom<typeof wizardMachine>;

/** All that is kept of where an installation is; the rest follows from it and the chart. */
export interface Kept {
  readonly value: StateValue;
  readonly context: WizardContext;
  readonly status: Snapshot['status'];
}

/** A service call that a state waits for. */
export interface Effect {
  readonly id: string;
  readonly service: keyof Services;
  /** Its secrets are references: they are opened at the moment of the call. */
  readonly input: unknown;
}

/** How a service call ended, in the chart's own words. */
export type Outcome =
  | { readonly type: `xstate.done.actor.${string}`; readonly output: unknown }
  | { readonly type: `xstate.error.actor.${string}`; readonly error: { readonly code: ProblemCode; readonly message: string } };

/** A step of the chart, computed and not yet carried out. */
export interface Move {
  readonly kept: Kept;
  readonly started: readonly Effect[];
  /** Ids of the calls that the new state no longer waits for. */
  readonly stopped: readonly string[];
}

/** The first step: an installation begins. */
export function begin(input: Pick<WizardContext, 'id' | 'package'> & { readonly runsElsewhere?: boolean }): Move {
  const [next, actions] = initialTransition(wizardMachine, input);
  return toMove([], next, actions);
}

/** The step that an event leads to; nothing, where the present state does not take it. */
export function move(now: Snapshot, event: WizardEvent | Outcome): Move | undefined {
  if (!now.can(event as WizardEvent)) return undefined;
  const [next, actions] = transition(wizardMachine, now, event as WizardEvent);
  return toMove(callsOf(now), next, actions);
}

/** @throws where the chart has no such state. */
export function revive(kept: Kept): Snapshot {
  return wizardMachine.resolveState(kept as Parameters<typeof wizardMachine.resolveState>[0]) as Snapshot;
}

/** What is on screen: the innermost state that has a screen of its own. */
export function screenOf(snapshot: Snapshot): ScreenId {
  const metas = Object.entries(snapshot.getMeta()).sort(([a], [b]) => b.length - a.length);
  return metas.map(([, meta]) => meta?.screen).find((screen) => screen !== undefined) ?? 'welcome';
}

/** Ids of the calls that a state waits for. It is a matter of the state alone, so it can be told after a restart too. */
export function callsOf(snapshot: Snapshot): string[] {
  return snapshot._nodes.flatMap((node) => node.invoke.map(({ id }) => id));
}

function toMove(before: readonly string[], next: Snapshot, actions: readonly { type: string; params?: unknown }[]): Move {
  const started = actions
    .filter(({ type }) => type === 'xstate.spawnChild')
    .map(({ params }) => params as { id: string; src: keyof Services; input: unknown })
    .map(({ id, src, input }) => ({ id, service: src, input }));
  const after = callsOf(next);
  return {
    kept: { value: next.value, context: next.context, status: next.status },
    started,
    stopped: before.filter((id) => !after.includes(id) || started.some((effect) => effect.id === id)),
  };
}
