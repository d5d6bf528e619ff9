import type { Wording } from '../view/wording.ts';
import { jumpLines, nodeLines } from './caption.ts';
import type { ChartNode } from './chart.ts';
import { widthOf } from './textWidth.ts';

/** Sizes of letters, and the height of a line of them, in units of the drawing. */
export const nodeText = { size: 13, line: 15 };

/** As {@link nodeText}, of the words beside arrows. */
export const edgeText = { size: 11, line: 12 };

/** As {@link nodeText}, of the names of phases. */
export const phaseText = { size: 15, line: 19 };

/** In units of the drawing. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a node is drawn. Screens are of one width, so that they stand in line. */
export function sizeOf(node: ChartNode, tell: Wording['tell']): Size {
  if (node.kind === 'choice') return { width: 16, height: 16 };
  const [lines, small] = [nodeLines(node, tell), jumpLines(node, tell)];
  const text = Math.max(
    ...lines.map((line) => widthOf(line, nodeText.size)),
    ...small.map((line) => widthOf(line, edgeText.size)),
  );
  const least = ['page', 'warning', 'stage'].includes(node.kind) ? 108 : 0;
  return { width: Math.max(least, text + 20), height: lines.length * nodeText.line + small.length * edgeText.line + 10 };
}

/** How much room the words beside an arrow take. */
export function captionSize(lines: readonly string[]): Size {
  return { width: Math.max(0, ...lines.map((line) => widthOf(line, edgeText.size))), height: lines.length * edgeText.line };
}
