import type { Box, Point } from './layout.ts';
import type { NodeKind } from './nodes.ts';
import { round } from './round.ts';

/** The outline of a node. Each kind has one of its own, so that it is known without colour too. */
export function outlineOf(kind: NodeKind, box: Box): string {
  return outlines[kind](box);
}

const outlines: Readonly<Record<NodeKind, (box: Box) => string>> = {
  page: (box) => rectangle(box, 4),
  warning: (box) => polygon(hexagon(box)),
  confirmation: (box) => polygon(dogEared(box)) + path(ear(box)),
  errorBox: (box) => polygon(octagon(box)) + polygon(octagon(inset(box, 3)), 'inner'),
  stage: (box) => rectangle(box, Math.min(box.height / 2, roundest)),
  end: (box) => rectangle(box, box.height / 2) + rectangle(inset(box, 3), box.height / 2 - 3, 'inner'),
  work: (box) => rectangle(box, 0) + path(bars(box)),
  choice: (box) => polygon(diamond(box)),
  anywhere: (box) => rectangle(box, 12),
};

/** A corner that is rounder than this takes its room from the last of several lines. */
const roundest = 20;

/** A line through these points, its corners rounded. */
export function linePath(points: readonly Point[]): string {
  const corners = withoutDoubles(points);
  return corners
    .map((point, at) => {
      const [before, after] = [corners[at - 1], corners[at + 1]];
      if (!before) return `M${xy(point)}`;
      if (!after) return `L${xy(point)}`;
      const radius = Math.min(5, distance(before, point) / 2, distance(point, after) / 2);
      return `L${xy(towards(point, before, radius))}Q${xy(point)} ${xy(towards(point, after, radius))}`;
    })
    .join('');
}

/** The head of an arrow that ends in `tip`, coming from `from`. */
export function headPath(from: Point, tip: Point): string {
  const length = distance(from, tip) || 1;
  const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const back = { x: tip.x - dx * 7, y: tip.y - dy * 7 };
  const side = (sign: number) => ({ x: back.x - dy * 3.2 * sign, y: back.y + dx * 3.2 * sign });
  return `M${xy(tip)}L${xy(side(1))}L${xy(side(-1))}Z`;
}

/** Points without those that lie on the one before. */
export function withoutDoubles(points: readonly Point[]): Point[] {
  return points.filter((point, at) => at === 0 || distance(point, points[at - 1]!) > 0.01);
}

function rectangle({ x, y, width, height }: Box, radius: number, name?: string): string {
  return `<rect${classed(name)} x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${round(radius)}"/>`;
}

function polygon(points: readonly Point[], name?: string): string {
  return `<polygon${classed(name)} points="${points.map(xy).join(' ')}"/>`;
}

function path(d: string): string {
  return `<path class="inner" d="${d}"/>`;
}

function hexagon({ x, y, width, height }: Box): Point[] {
  const [right, bottom, middle, cut] = [x + width, y + height, y + height / 2, 8];
  return [
    { x: x + cut, y },
    { x: right - cut, y },
    { x: right, y: middle },
    { x: right - cut, y: bottom },
    { x: x + cut, y: bottom },
    { x, y: middle },
  ];
}

function octagon({ x, y, width, height }: Box): Point[] {
  const [right, bottom, cut] = [x + width, y + height, 7];
  return [
    { x: x + cut, y },
    { x: right - cut, y },
    { x: right, y: y + cut },
    { x: right, y: bottom - cut },
    { x: right - cut, y: bottom },
    { x: x + cut, y: bottom },
    { x, y: bottom - cut },
    { x, y: y + cut },
  ];
}

function dogEared({ x, y, width, height }: Box): Point[] {
  const [right, bottom, cut] = [x + width, y + height, 10];
  return [
    { x, y },
    { x: right - cut, y },
    { x: right, y: y + cut },
    { x: right, y: bottom },
    { x, y: bottom },
  ];
}

function ear({ x, y, width }: Box): string {
  return `M${round(x + width - 10)} ${round(y)}v10h10`;
}

function bars({ x, y, width, height }: Box): string {
  return `M${round(x + 5)} ${round(y)}v${round(height)}M${round(x + width - 5)} ${round(y)}v${round(height)}`;
}

function diamond({ x, y, width, height }: Box): Point[] {
  return [
    { x: x + width / 2, y },
    { x: x + width, y: y + height / 2 },
    { x: x + width / 2, y: y + height },
    { x, y: y + height / 2 },
  ];
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

function classed(name: string | undefined): string {
  return name === undefined ? '' : ` class="${name}"`;
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function xy({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}
