import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk.bundled.js';
import { edgeLines } from '../../drawing/caption.ts';
import type { ChartNode } from '../../drawing/chart.ts';
import type { ChartEdge } from '../../drawing/edges.ts';
import { captionSize, phaseText, sizeOf } from '../../drawing/sizes.ts';
import type { Wording } from '../../view/wording.ts';

/** The phases of a column, and their arrows, in the terms of the layout library. */
export interface Contents {
  readonly phases: readonly { readonly id: string; readonly nodes: readonly ChartNode[] }[];
  /** Nodes that arrows from other columns lead to, and nodes of other columns that arrows lead to from here. */
  readonly entries: readonly string[];
  readonly exits: readonly string[];
  readonly lines: readonly (readonly ChartEdge[])[];
}

/** The column as a graph: an arrow that comes in, or goes out, has its end in a point above, or below, all else. */
export function elkGraph({ phases, entries, exits, lines }: Contents, tell: Wording['tell']): ElkNode {
  const choices = new Set(phases.flatMap(({ nodes }) => nodes.filter(({ kind }) => kind === 'choice').map(({ id }) => id)));
  const order = phases.flatMap(({ nodes }) => nodes.map(({ id }) => id));
  const inPort = (id: string) => (choices.has(id) ? `${id} in` : id);
  return {
    id: 'column',
    layoutOptions: layered,
    children: [
      ...entries.map((id) => terminal(`enter ${id}`, 'FIRST')),
      ...phases.map(({ id, nodes }) => ({
        id: `phase ${id}`,
        layoutOptions: { ...layered, 'elk.padding': `[top=${phaseText.line + 10},left=10,bottom=10,right=10]`, ...narrow },
        children: nodes.map((node) => elkNode(node, lines.flat(), tell)),
      })),
      ...exits.map((id) => terminal(`leave ${id}`, 'LAST')),
    ],
    edges: [
      ...entries.map((id) => ({ id: `enter ${id}`, sources: [`enter ${id}`], targets: [inPort(id)] })),
      ...lines
        .map((line) => elkEdge(line, choices, exits, inPort, tell))
        .map((edge, at) => (isBackward(lines[at]![0]!, order) ? turn(edge) : edge)),
    ],
  };
}

/** An arrow back up is laid out as one down, and turned again afterwards, so that what the chart declares first stands above. */
export function isBackward({ from, to }: ChartEdge, order: readonly string[]): boolean {
  return order.includes(to) && order.indexOf(to) < order.indexOf(from);
}

function turn(edge: ElkExtendedEdge): ElkExtendedEdge {
  return { ...edge, sources: edge.targets, targets: edge.sources };
}

const layered: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.thoroughness': '40',
  'elk.spacing.nodeNode': '12',
  'elk.spacing.edgeNode': '8',
  'elk.spacing.edgeEdge': '8',
  'elk.spacing.edgeLabel': '3',
  'elk.spacing.labelNode': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeNodeBetweenLayers': '9',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.layered.edgeLabels.sideSelection': 'ALWAYS_DOWN',
};

/** At most so many nodes beside one another: a phase is to be tall rather than wide. */
const narrow: LayoutOptions = {
  'elk.layered.layering.strategy': 'COFFMAN_GRAHAM',
  'elk.layered.layering.coffmanGraham.layerBound': '2',
};

/** A choice is entered from above; yes leads straight down, no by its side. Its question stands to its left. */
function elkNode(node: ChartNode, edges: readonly ChartEdge[], tell: Wording['tell']): ElkNode {
  const { id, kind } = node;
  if (kind !== 'choice') return { id, ...sizeOf(node, tell) };
  const yes = edges.find((edge) => edge.from === id && edge.kind === 'yes');
  const side = (name: string) => ({ width: 0, height: 0, layoutOptions: { 'elk.port.side': name } });
  return {
    id,
    ...sizeOf(node, tell),
    layoutOptions: { 'elk.portConstraints': 'FIXED_SIDE', 'elk.nodeLabels.placement': '[OUTSIDE, H_LEFT, V_CENTER]' },
    ports: [
      { id: `${id} in`, ...side('NORTH') },
      { id: `${id} yes`, ...side('SOUTH') },
      { id: `${id} no`, ...side('EAST') },
    ],
    labels: yes ? [{ text: 'question', width: captionSize(edgeLines(yes, tell)).width, height: 10 }] : [],
  };
}

function elkEdge(
  line: readonly ChartEdge[],
  choices: ReadonlySet<string>,
  exits: readonly string[],
  inPort: (id: string) => string,
  tell: Wording['tell'],
): ElkExtendedEdge {
  const { id, kind, from, to } = line[0]!;
  const lines = choices.has(from) ? [] : line.flatMap((edge) => edgeLines(edge, tell));
  return {
    id,
    sources: [choices.has(from) ? `${from} ${kind}` : from],
    targets: [exits.includes(to) ? `leave ${to}` : inPort(to)],
    layoutOptions: { 'elk.layered.priority.straightness': ['way', 'yes'].includes(kind) ? '10' : '1' },
    labels: lines.length > 0 ? [{ text: lines.join('\n'), ...captionSize(lines) }] : [],
  };
}

function terminal(id: string, layerConstraint: 'FIRST' | 'LAST'): ElkNode {
  return { id, width: 1, height: 1, layoutOptions: { 'elk.layered.layering.layerConstraint': layerConstraint } };
}
