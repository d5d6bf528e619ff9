import type { Wording } from '../view/wording.ts';
import { jumpLines, nodeLines } from './caption.ts';
import type { ChartNode } from './chart.ts';
import { describeEdge, describeNode } from './describe.ts';
import type { ChartEdge } from './edges.ts';
import { escapeText } from './escape.ts';
import type { Highlights } from './highlights.ts';
import type { Box, Line } from './layout.ts';
import { round } from './round.ts';
import { headPath, linePath, outlineOf, withoutDoubles } from './shapes.ts';
import { edgeText, nodeText } from './sizes.ts';

/** The attributes that place a rectangle. */
export function placed({ x, y, width, height }: Box): string {
  return `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
}

/** A line of text. */
export function drawText(text: string, x: number, y: number, name?: string): string {
  return `<text${name === undefined ? '' : ` class="${name}"`} x="${round(x)}" y="${round(y)}">${escapeText(text)}</text>`;
}

/** A node, and whether an installation is there or has been. */
export function drawNode(node: ChartNode, box: Box, tell: Wording['tell'], marks?: Highlights): string {
  const mark = marks?.here === node.id ? ' here' : marks?.trail.includes(node.id) ? ' been' : '';
  const [middle, lines, small] = [box.x + box.width / 2, nodeLines(node, tell), jumpLines(node, tell)];
  const top = box.y + (box.height - lines.length * nodeText.line - small.length * edgeText.line) / 2;
  const below = top + lines.length * nodeText.line;
  const texts = [
    ...lines.map((line, at) => drawText(line, middle, top + (at + 0.79) * nodeText.line)),
    ...small.map((line, at) => drawText(line, middle, below + (at + 0.8) * edgeText.line, 'small')),
  ];
  return `<g class="node ${node.kind}${mark}" data-node="${escapeText(node.id)}"><title>${escapeText(describeNode(node, tell))}</title>${marks?.here === node.id ? ring(box) : ''}${outlineOf(node.kind, box)}${texts.join('')}${badge(node, box)}</g>`;
}

/** A ring around the present state, and a pointer at it, so that it is found without colour too. */
function ring(box: Box): string {
  const wide = { x: box.x - 5, y: box.y - 5, width: box.width + 10, height: box.height + 10 };
  return `<rect class="ring" ${placed(wide)} rx="9"/><path class="pointer" d="M${round(box.x - 7)} ${round(box.y + box.height / 2)}l-10 -6v12z"/>`;
}

/** How many checks a page goes through. */
function badge({ checks }: ChartNode, { x, y, width }: Box): string {
  if (checks.length === 0) return '';
  const pill = { x: x + width - 16, y: y - 6, width: 22, height: 12 };
  const tick = `M${round(pill.x + 5)} ${round(pill.y + 6.2)}l2.2 2.2l4 -4.6`;
  return `<g class="badge"><rect ${placed(pill)} rx="6"/><path class="tick" d="${tick}"/>${drawText(String(checks.length), pill.x + 15.5, pill.y + 9.2)}</g>`;
}

/** An arrow, there or back. */
export function drawEdge(edge: ChartEdge, { points }: Line, back: boolean, tell: Wording['tell'], marks?: Highlights): string {
  const mark = marks?.taken.includes(edge.id) ? ' taken' : marks?.refused.includes(edge.id) ? ' refused' : '';
  const way = withoutDoubles(back ? points.toReversed() : points);
  const head = headPath(way.at(-2)!, way.at(-1)!);
  return `<g class="edge ${edge.kind}${mark}" data-edge="${escapeText(edge.id)}"><title>${escapeText(describeEdge(edge, tell))}</title><path d="${linePath(way)}"/><path class="head" d="${head}"/></g>`;
}

/** What is written beside an arrow. */
export function drawCaption({ caption }: Line): string {
  if (!caption) return '';
  const { x, y, lines, align } = caption;
  const first = y + edgeText.size * 0.85;
  return lines.map((line, at) => drawText(line, x, first + at * edgeText.line, `caption halo ${align}`)).join('');
}
