import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

/**
 * A whole chart as text, a paragraph for each state in the order of the chart: what it is, what it does on entry, what it
 * calls, and its transitions in the order in which they are tried. Values that are worked out from the event or the context
 * stand as the path that they are taken from: `‹event.page›`.
 */
export function describeChart(machine: AnyStateMachine): string {
  return `${statesUnder(machine.root).map(describeState).join('\n\n')}\n`;
}

function statesUnder(state: AnyStateNode): AnyStateNode[] {
  return [state, ...Object.values(state.states).flatMap(statesUnder)];
}

function describeState(state: AnyStateNode): string {
  const lines: (string | false)[] = [
    `${state.id} (${state.key}, ${state.type}${state.parent ? `, in ${state.parent.id}` : ''})`,
    state.meta !== undefined && `  meta ${JSON.stringify(state.meta)}`,
    state.tags.length > 0 && `  tags ${state.tags.join(', ')}`,
    state.type === 'compound' && `  initial ${targetsOf(state.initial)}${actionsOf(state.initial?.actions ?? [])}`,
    state.entry.length > 0 && `  entry${actionsOf(state.entry)}`,
    state.exit.length > 0 && `  exit${actionsOf(state.exit)}`,
    ...state.invoke.map(({ id, src, input }) => `  calls ${String(src)} as ${id} with ${written(input)}`),
    ...transitionsOf(state).map((transition) => `  ${describeTransition(state, transition)}`),
  ];
  return lines.filter((line) => line !== false).join('\n');
}

function transitionsOf(state: AnyStateNode): AnyTransitionDefinition[] {
  return [...(state.always ?? []), ...[...state.transitions.values()].flat()];
}

function describeTransition(state: AnyStateNode, transition: AnyTransitionDefinition): string {
  const { eventType, guard, actions, reenter } = transition;
  const event = state.always?.includes(transition) ? 'always' : eventType;
  const question = guard ? ` if ${named(guard)}` : '';
  return `${event}${question} → ${targetsOf(transition)}${reenter ? ' anew' : ''}${actionsOf(actions)}`;
}

function targetsOf(transition: { readonly target?: readonly AnyStateNode[] | undefined } | undefined): string {
  return transition?.target?.map(({ id }) => id).join(', ') ?? 'stays';
}

function actionsOf(actions: readonly unknown[]): string {
  return actions.map((action) => ` / ${named(action)}`).join('');
}

/** A guard or an action by its name, with what it is told. */
function named(what: unknown): string {
  if (typeof what === 'string') return what;
  if (typeof what === 'function') return `a function, ${what.name || 'without a name'}`;
  const { type, params } = what as { readonly type: string; readonly params?: unknown };
  return params === undefined ? type : `${type}(${written(params)})`;
}

/** A value, or what a function makes of any event and context. */
function written(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value !== 'function') return inWords(value);
  try {
    return inWords(value({ context: takenFrom('context'), event: takenFrom('event') }));
  } catch {
    return 'what is worked out';
  }
}

/** Stands for a value that is not known yet, and tells where it was taken from. */
function takenFrom(path: string): unknown {
  return new Proxy(
    { [origin]: path },
    { get: (target, key) => (key === origin ? target[origin] : takenFrom(`${path}.${String(key)}`)) },
  );
}

const origin = Symbol('origin');

function inWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const path = (value as Record<symbol, unknown>)[origin];
  if (typeof path === 'string') return `‹${path}›`;
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${inWords(inner)}`)
    .join(', ');
}
