import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';

/** One transition of the machine, in words. */
export interface Told {
  /** `source: event #place → targets`: names it within the chart. The place is the one among alternatives for the event. */
  readonly name: string;
  /** What brings it about: an event of a client's, `done` or `failed` of a service, `done`, or nothing where it is at once. */
  readonly event: string;
  /** The question that has to be answered with yes; null where there is none. */
  readonly guard: string | null;
  /** The questions that have to be answered with no, where this is the way that is left. */
  readonly not: readonly string[];
}

/** Every transition that a state declares, in the order in which they are tried. */
export function transitionsOf(state: AnyStateNode): AnyTransitionDefinition[] {
  return [...[...state.transitions.values()].flat(), ...(state.always ?? [])];
}

/** A state and all within it, in the order of the chart. */
export function statesUnder(state: AnyStateNode): AnyStateNode[] {
  return [state, ...Object.values(state.states).flatMap(statesUnder)];
}

/** Whether a state is another one, or lies in it at any depth. */
export function isWithin(state: AnyStateNode, outer: AnyStateNode): boolean {
  return state === outer || (state.parent !== undefined && isWithin(state.parent, outer));
}

/** A transition in words. */
export function tell(transition: AnyTransitionDefinition): Told {
  const { source, eventType, target } = transition;
  const always = source.always?.includes(transition) ?? false;
  const alternatives = always ? source.always! : (source.transitions.get(eventType) ?? []);
  const place = alternatives.indexOf(transition);
  const targets = target?.map(({ id }) => id).join(', ') ?? 'stays';
  return {
    name: `${source.id}: ${always ? 'always' : eventType} #${place} → ${targets}`,
    event: always ? '' : eventOf(source, eventType),
    guard: guardOf(transition),
    not: transition.guard ? [] : alternatives.slice(0, place).flatMap((before) => guardOf(before) ?? []),
  };
}

function eventOf(source: AnyStateNode, eventType: string): string {
  const [, outcome, call] = /^xstate\.(done|error)\.actor\.(.*)$/.exec(eventType) ?? [];
  if (eventType.startsWith('xstate.done.state.')) return 'done';
  if (call === undefined) return eventType;
  const service = source.invoke.find(({ id }) => id === call)?.src ?? call;
  return `${String(service)} ${outcome === 'done' ? 'done' : 'failed'}`;
}

/** The question by its name; where it is about one kind of problem, with its code. */
function guardOf({ guard }: AnyTransitionDefinition): string | null {
  if (!guard) return null;
  if (typeof guard === 'string') return guard;
  const { type, params } = guard as { readonly type: string; readonly params?: unknown };
  if (type !== 'foundProblem' || typeof params !== 'function') return type;
  const { code } = params({ event: { output: [] } }) as { readonly code: string };
  return `${type} ${code}`;
}
