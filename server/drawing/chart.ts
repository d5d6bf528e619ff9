import type { AnyStateNode } from 'xstate';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { chartVersion } from '../host/chartVersion.ts';
import { type ChartEdge, type Jump, waysOf } from './edges.ts';
import { type DrawnNode, ends, nodeAt, nodesOf } from './nodes.ts';
import type { Told } from './transitions.ts';

/** A screen or a choice, as the drawing shows it. */
export type ChartNode = Omit<DrawnNode, 'state'> & {
  /** The life of a page, of which the drawing shows the outside alone. */
  readonly within: readonly Told[];
  readonly jumps: readonly Jump[];
};

/** A phase of the wizard: what is drawn as a box around its screens. */
export interface ChartGroup {
  readonly id: string;
  /** Ids of its nodes, in the order in which the chart declares them. */
  readonly nodes: readonly string[];
}

/** The statechart as it is drawn: screens and choices, and what leads from one to another. */
export interface Chart {
  /** Names the chart by what it is; it changes with it. */
  readonly version: string;
  /** The node where an installation begins. */
  readonly initial: string;
  readonly groups: readonly ChartGroup[];
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
}

/** Reads the drawing off the machine. Nothing in it is written by hand, so it can't tell of a chart that is no more. */
export function readChart(root: AnyStateNode): Chart {
  const drawn = nodesOf(root);
  const initial = nodeAt(drawn, root).id;
  const groupIds = [...new Set(drawn.map(({ group }) => group))].sort(
    (one, other) => Number(one === ends) - Number(other === ends),
  );
  const ways = new Map(drawn.map((node) => [node, waysOf(node, drawn, initial)]));
  return {
    version: chartVersion,
    initial,
    groups: groupIds.map((id) => {
      return { id, nodes: drawn.filter(({ group }) => group === id).map((node) => node.id) };
    }),
    nodes: drawn.map(({ state: _, ...node }) => {
      const { within, jumps } = ways.get(drawn.find(({ id }) => id === node.id)!)!;
      return { ...node, within, jumps };
    }),
    edges: [...ways.values()].flatMap(({ edges }) => edges),
  };
}

/** The chart of the wizard. */
export const chart: Chart = readChart(wizardMachine.root);
