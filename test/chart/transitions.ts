import {
  type AnyStateMachine,
  type AnyStateNode,
  type AnyTransitionDefinition,
  type InspectionEvent,
  isMachineSnapshot,
} from 'xstate';

/** What a chart consists of, or what of it a traversal has come by. A transition is named by where it stands in the chart. */
export interface Ground {
  readonly states: Set<string>;
  readonly transitions: Set<string>;
}

/** Every state of a chart and every transition, each guarded alternative for itself; `initial` is no transition here. */
export function everythingIn(machine: AnyStateMachine): Ground {
  const nodes = nodesUnder(machine.root);
  return {
    states: new Set(nodes.map(({ id }) => id)),
    transitions: new Set(nodes.flatMap((node) => transitionsOf(node).map((one) => nameOf(one)))),
  };
}

/**
 * The same chart, telling every state that it comes by and every transition that it takes, those of a single instant included,
 * which no snapshot shows.
 */
export function recorded<Machine extends AnyStateMachine>(machine: Machine, into: Ground): Machine {
  const note = (event: InspectionEvent) => {
    if (event.type !== '@xstate.microstep' || !isMachineSnapshot(event.snapshot)) return;
    for (const transition of event._transitions) into.transitions.add(nameOf(transition));
    for (const { id } of event.snapshot._nodes) into.states.add(id);
  };
  return Object.assign(Object.create(machine), {
    transition: ((snapshot, event, scope) => machine.transition(snapshot, event, telling(scope, note))) as Machine['transition'],
    getInitialSnapshot: ((scope, input) =>
      machine.getInitialSnapshot(telling(scope, note), input)) as Machine['getInitialSnapshot'],
  });
}

function telling<Scope extends { readonly system: object }>(scope: Scope, note: (event: InspectionEvent) => void): Scope {
  return { ...scope, system: { ...scope.system, _sendInspectionEvent: note } };
}

function nodesUnder(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesUnder)];
}

function transitionsOf(node: AnyStateNode): AnyTransitionDefinition[] {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

/** `source: event #place → target`, the place among the alternatives for the same event. */
function nameOf(transition: AnyTransitionDefinition): string {
  const { source, eventType, target } = transition;
  const always = source.always?.indexOf(transition) ?? -1;
  const [event, place] = always >= 0 ? ['always', always] : [eventType, source.transitions.get(eventType)?.indexOf(transition)];
  return `${source.id}: ${event} #${place} → ${target?.map(({ id }) => id).join(', ') ?? 'stays'}`;
}
