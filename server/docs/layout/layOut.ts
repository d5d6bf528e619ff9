import type { Chart } from '../../drawing/chart.ts';
import type { Layout, Point } from '../../drawing/layout.ts';
import { english, type Wording } from '../../view/wording.ts';
import { type Column, layColumn } from './column.ts';

/** Lays the whole out: the phases in columns, parted so that it is as large as can be on the screen that it is fitted to. */
export async function layOut(chart: Chart, { tell }: Pick<Wording, 'tell'> = english): Promise<Layout> {
  const phases = chart.groups.map(({ id }) => id);
  const alone = new Map(await Promise.all(phases.map(async (id) => [id, await layColumn(chart, [id], tell)] as const)));
  const worth = (columns: readonly (readonly string[])[]) => {
    const width = sum(columns.map((ids) => gap + Math.max(...ids.map((id) => alone.get(id)!.width))));
    const height = Math.max(...columns.map((ids) => sum(ids.map((id) => gap + alone.get(id)!.height))));
    return Math.min(screen.width / width, screen.height / height) * 0.97 ** detours(chart, columns);
  };
  const best = waysToPart(phases).reduce((found, columns) => (worth(columns) > worth(found) ? columns : found));
  return join(await Promise.all(best.map(async (ids) => (ids.length === 1 ? alone.get(ids[0]!)! : layColumn(chart, ids, tell)))));
}

/** How many arrows lead to another column than the next. */
function detours({ nodes, edges }: Chart, columns: readonly (readonly string[])[]): number {
  const columnOf = new Map(nodes.map(({ id, group }) => [id, columns.findIndex((ids) => ids.includes(group))]));
  return edges.filter(({ from, to }) => ![0, 1].includes(columnOf.get(to)! - columnOf.get(from)!)).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const screen = { width: 1280, height: 800 };
/** Between columns, and around all. */
const gap = 22;

/** Every way to part a list into runs. */
function waysToPart<T>(items: readonly T[]): T[][][] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  if (rest.length === 0) return [[[first]]];
  return waysToPart(rest).flatMap(([head, ...tail]) => [
    [[first], head!, ...tail],
    [[first, ...head!], ...tail],
  ]);
}

interface Placed {
  readonly column: Column;
  readonly x: number;
  readonly y: number;
}

/** Puts columns side by side. An arrow from one to another runs on below the one, up beside the other, and in from above. */
function join(columns: readonly Column[]): Layout {
  const top = Math.max(...columns.map(topOf));
  const placed = columns.map((column, at): Placed => {
    const x = gap + columns.slice(0, at).reduce((sum, { width }) => sum + width + gap, 0);
    return { column, x, y: gap + top - topOf(column) };
  });
  const height = Math.max(...placed.map(({ column, y }) => y + column.height)) + gap;
  const boxes = (of: 'phases' | 'nodes') =>
    new Map(
      placed.flatMap(({ column, x, y }) => [...column[of]].map(([id, box]) => [id, { ...box, ...shift(box, x, y) }] as const)),
    );
  return {
    width: placed.at(-1)!.x + placed.at(-1)!.column.width + gap,
    height,
    phases: boxes('phases'),
    nodes: boxes('nodes'),
    lines: placed.flatMap(({ column, x, y }, at) =>
      column.lines.map(({ edges, points, caption }) => {
        const own = points.map((point) => shift(point, x, y));
        const to = placed.findIndex((other) => other.column !== column && other.column.entries.has(edges[0]!.to));
        const below = to === at + 1 ? y + column.height : height - gap;
        return {
          edges,
          points: column.nodes.has(edges[0]!.to) ? own : [...own, ...onwards(own.at(-1)!, below, placed[to]!, edges[0]!.to)],
          caption: caption && { ...caption, ...shift(caption, x, y) },
        };
      }),
    ),
  };
}

/** Where its first phase begins. The first phases of all columns stand in line. */
function topOf({ phases }: Column): number {
  return Math.min(...[...phases.values()].map(({ y }) => y));
}

function onwards(from: Point, below: number, { column, x, y }: Placed, to: string): Point[] {
  const lane = [...column.entries.keys()].indexOf(to) * 6;
  const entry = column.entries.get(to)!.map((point) => shift(point, x, y));
  const [beside, under, above] = [x - 10 - lane, below + 4 + lane, y - 8 - lane];
  return [{ x: from.x, y: under }, { x: beside, y: under }, { x: beside, y: above }, { x: entry[0]!.x, y: above }, ...entry];
}

function shift({ x, y }: Point, by: number, down: number): Point {
  return { x: x + by, y: y + down };
}
