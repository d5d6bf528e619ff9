import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { type DrawnNode, nodeAt } from './nodes.ts';
import { isWithin, statesUnder, type Told, tell, transitionsOf } from './transitions.ts';

/** `yes` and `no` leave a choice, `problem` leads to an error box, `return` from there, `way` is any other. */
export type EdgeKind = 'way' | 'yes' | 'no' | 'problem' | 'return';

/** An arrow of the drawing. All transitions from one node to another are one arrow. */
export interface ChartEdge {
  /** `from → to`. */
  readonly id: string;
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  readonly labels: readonly EdgeLabel[];
  /** Names of the transitions that it stands for. */
  readonly transitions: readonly string[];
}

/** What has to happen, and to be so, for an arrow to be gone along. */
export type EdgeLabel = Omit<Told, 'name'>;

/** A way that would cross the whole drawing as an arrow: to the beginning, or to any screen visited before. */
export interface Jump {
  readonly event: string;
  readonly guard: string | null;
  /** The beginning; null for any screen visited before. */
  readonly to: string | null;
  readonly transitions: readonly string[];
}

/** What a node's own transitions are drawn as. */
export interface Ways {
  readonly edges: readonly ChartEdge[];
  readonly jumps: readonly Jump[];
  /** What happens within the node, of which the drawing shows the outside alone. */
  readonly within: readonly Told[];
}

/** Every way out of a node, and every one within. `initial` is where an installation begins. */
export function waysOf(node: DrawnNode, nodes: readonly DrawnNode[], initial: string): Ways {
  const own = ownTransitions(node, nodes);
  const drawn = own.map((transition) => ({ transition, to: destinationOf(transition, node, nodes) }));
  const jumps = drawn.filter(({ transition, to }) => isJump(transition, to, initial) || goesBackAnywhere(transition, node));
  const edges = drawn.filter((one) => !jumps.includes(one) && one.to !== null);
  const within = drawn.filter((one) => !jumps.includes(one) && one.to === null);
  return {
    edges: [...Map.groupBy(edges, ({ to }) => to!.id).values()].map((ways) =>
      toEdge(
        node,
        ways[0]!.to!,
        ways.map(({ transition }) => transition),
      ),
    ),
    jumps: [...Map.groupBy(jumps, ({ transition }) => transition.eventType).values()].map((ways) => {
      const { event, guard } = tell(ways[0]!.transition);
      const to = ways.length === 1 ? (ways[0]!.to?.id ?? null) : null;
      return { event, guard, to, transitions: ways.map(({ transition }) => tell(transition).name) };
    }),
    within: within.map(({ transition }) => tell(transition)),
  };
}

/** The transitions of a node's states, without those that another node is drawn for. */
function ownTransitions(node: DrawnNode, nodes: readonly DrawnNode[]): AnyTransitionDefinition[] {
  if (node.kind === 'anywhere') return transitionsOf(node.state);
  return statesUnder(node.state)
    .filter((state) => state === node.state || !nodes.some((other) => other.state === state))
    .flatMap(transitionsOf);
}

/** The node that a transition leads to; null where it stays within its own. */
function destinationOf({ target }: AnyTransitionDefinition, node: DrawnNode, nodes: readonly DrawnNode[]): DrawnNode | null {
  const [state] = target ?? [];
  if (!state) return null;
  const to = nodeAt(nodes, state);
  return to === node || (isWithin(state, node.state) && node.kind !== 'anywhere') ? null : to;
}

function isJump({ source, eventType }: AnyTransitionDefinition, to: DrawnNode | null, initial: string): boolean {
  return (source.transitions.get(eventType)?.length ?? 0) >= many || to?.id === initial;
}

/** Alternatives for one event that are too many for an arrow each. */
const many = 5;

/** Going back, which all screens of a part have in common, and which leads on from each of them by another event. */
function goesBackAnywhere({ target, actions }: AnyTransitionDefinition, { kind }: DrawnNode): boolean {
  return kind === 'anywhere' && !target && actions.includes('goBack');
}

function toEdge(from: DrawnNode, to: DrawnNode, transitions: readonly AnyTransitionDefinition[]): ChartEdge {
  return {
    id: `${from.id} → ${to.id}`,
    kind: kindOf(from, to),
    from: from.id,
    to: to.id,
    labels: unlike(transitions.flatMap((transition) => labelsOf(transition, from.state))),
    transitions: transitions.map((transition) => tell(transition).name),
  };
}

function kindOf(from: DrawnNode, to: DrawnNode): EdgeKind {
  if (from.kind === 'choice') return to.id === from.id.slice(0, -1) ? 'yes' : 'no';
  if (to.kind === 'errorBox') return 'problem';
  return from.kind === 'errorBox' ? 'return' : 'way';
}

/** The label of a transition; for one that follows when all within has ended, those of what ends it. */
function labelsOf(transition: AnyTransitionDefinition, within: AnyStateNode): EdgeLabel[] {
  return (transition.eventType.startsWith('xstate.done.state.') ? endingsOf(within) : [transition]).map(toLabel);
}

/** By which events of a client's, and which questions, a screen comes to its end. */
function endingsOf(screen: AnyStateNode): AnyTransitionDefinition[] {
  const ends = Object.values(screen.states).filter(({ type }) => type === 'final');
  const inner = Object.values(screen.states)
    .flatMap(transitionsOf)
    .filter((transition) => !goesOnByItself(transition));
  const seen = new Set<AnyTransitionDefinition>();
  const causes = (state: AnyStateNode): AnyTransitionDefinition[] =>
    inner
      .filter((transition) => transition.target?.includes(state) && !seen.has(transition) && seen.add(transition))
      .flatMap((transition) => (isByClient(transition) ? [transition] : causes(transition.source)));
  return ends.flatMap(causes).sort((one, other) => inner.indexOf(one) - inner.indexOf(other));
}

function toLabel(transition: AnyTransitionDefinition): EdgeLabel {
  const { name: _, ...label } = tell(transition);
  return label;
}

/** Where a client is asked, the way on without one is that of answers which were given before: the same way once more. */
function goesOnByItself({ source, eventType }: AnyTransitionDefinition): boolean {
  return eventType === '' && Object.keys(source.on).some((event) => !event.startsWith('xstate.'));
}

function isByClient({ eventType, source }: AnyTransitionDefinition): boolean {
  return eventType !== '' && source.transitions.has(eventType) && !eventType.startsWith('xstate.');
}

function unlike(labels: readonly EdgeLabel[]): EdgeLabel[] {
  const seen = new Set<string>();
  return labels.filter((label) => !seen.has(JSON.stringify(label)) && seen.add(JSON.stringify(label)));
}
