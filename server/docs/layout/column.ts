import elk, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { edgeLines } from '../../drawing/caption.ts';
import type { Chart } from '../../drawing/chart.ts';
import type { ChartEdge } from '../../drawing/edges.ts';
import type { Box, Line, Point } from '../../drawing/layout.ts';
import { edgeText } from '../../drawing/sizes.ts';
import type { Wording } from '../../view/wording.ts';
import { type Contents, elkGraph, isBackward } from './elkGraph.ts';

/** Phases below one another. Arrows from and to other columns end at its upper and its lower edge. */
export interface Column {
  readonly width: number;
  readonly height: number;
  /** By the id of the phase, or of the node. */
  readonly phases: ReadonlyMap<string, Box>;
  readonly nodes: ReadonlyMap<string, Box>;
  readonly lines: readonly Line[];
  /** Lines that come in, by the id of the node that they lead to. */
  readonly entries: ReadonlyMap<string, readonly Point[]>;
}

/** Lays phases out below one another (Eclipse Layout Kernel, layered). */
export async function layColumn(chart: Chart, phases: readonly string[], tell: Wording['tell']): Promise<Column> {
  const contents = contentsOf(chart, phases);
  const laid = await new elk.default().layout(elkGraph(contents, tell));
  const places = placesIn(laid);
  const routes = routesIn(laid, places);
  const order = contents.phases.flatMap(({ nodes }) => nodes.map(({ id }) => id));
  return {
    width: laid.width!,
    height: laid.height!,
    phases: new Map(phases.map((id) => [id, places.get(`phase ${id}`)!])),
    nodes: new Map(contents.phases.flatMap(({ nodes }) => nodes.map(({ id }) => [id, places.get(id)!]))),
    lines: contents.lines.map((edges) => {
      const { points, label } = routes.get(edges[0]!.id)!;
      const way = isBackward(edges[0]!, order) ? points.toReversed() : points;
      return toLine(
        edges,
        way,
        label,
        edges.flatMap((edge) => edgeLines(edge, tell)),
      );
    }),
    entries: new Map(contents.entries.map((id) => [id, routes.get(`enter ${id}`)!.points])),
  };
}

function contentsOf({ groups, nodes, edges }: Chart, phases: readonly string[]): Contents {
  const inside = new Set(nodes.filter(({ group }) => phases.includes(group)).map(({ id }) => id));
  const own = edges.filter(({ from }) => inside.has(from));
  return {
    phases: groups
      .filter(({ id }) => phases.includes(id))
      .map(({ id }) => ({ id, nodes: nodes.filter(({ group }) => group === id) })),
    entries: unique(edges.filter(({ from, to }) => inside.has(to) && !inside.has(from))),
    exits: unique(own.filter(({ to }) => !inside.has(to))),
    lines: own
      .filter((edge, at) => !own.some((other, before) => before < at && isReverse(edge, other)))
      .map((edge) => [edge, ...own.filter((other) => isReverse(edge, other))]),
  };
}

function unique(edges: readonly ChartEdge[]): string[] {
  return [...new Set(edges.map(({ to }) => to))];
}

function isReverse(edge: ChartEdge, other: ChartEdge): boolean {
  return edge.from === other.to && edge.to === other.from;
}

interface Route {
  readonly points: readonly Point[];
  readonly label: Point | null;
}

function toLine(edges: readonly ChartEdge[], points: readonly Point[], label: Point | null, lines: readonly string[]): Line {
  const [edge] = edges;
  const [start, next] = points;
  if (edge!.kind === 'yes') {
    const y = start!.y + 13 - lines.length * edgeText.line;
    return { edges, points, caption: { lines, x: start!.x - 6, y, align: 'end' } };
  }
  if (edge!.kind === 'no')
    return { edges, points, caption: { lines, x: Math.min(start!.x + 3, next!.x), y: start!.y - 14, align: 'start' } };
  return { edges, points, caption: label && { lines, ...label, align: 'start' } };
}

/** Where everything is, from the upper left corner of the whole; the library tells it from that of each parent. */
function placesIn(node: ElkNode, { x, y }: Point = { x: 0, y: 0 }): Map<string, Box> {
  const box = { x: x + (node.x ?? 0), y: y + (node.y ?? 0), width: node.width ?? 0, height: node.height ?? 0 };
  return new Map([[node.id, box], ...(node.children ?? []).flatMap((child) => [...placesIn(child, box)])]);
}

/** All of them are the whole's: the library takes an edge between any two nodes there. */
function routesIn(whole: ElkNode, places: ReadonlyMap<string, Box>): Map<string, Route> {
  const routes = (whole.edges ?? []).map(({ id, container, sections = [], labels = [] }): [string, Route] => {
    const { x, y } = places.get(container ?? whole.id)!;
    const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
    const [label] = labels;
    return [
      id,
      {
        points: points.map((point) => ({ x: x + point.x, y: y + point.y })),
        label: label ? { x: x + label.x!, y: y + label.y! } : null,
      },
    ];
  });
  return new Map(routes);
}
