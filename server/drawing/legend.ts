import { kindWords } from './describe.ts';
import type { NodeKind } from './nodes.ts';
import { outlineOf } from './shapes.ts';
import { edgeText } from './sizes.ts';
import { widthOf } from './words.ts';

/** Height of the strip below the drawing. */
export const legendHeight = 34;

/** What the shapes mean, and what the arrows that have no word. */
export function legend(width: number, top: number): string {
  const y = top + 4;
  let x = 22;
  const samples = kinds.map((kind) => {
    const text = kind === 'choice' ? 'choice: does it show?' : kindWords[kind];
    const box = kind === 'choice' ? { x: x + 4, y, width: 14, height: 14 } : { x, y, width: 26, height: 14 };
    const sample = `<g class="node ${kind}">${outlineOf(kind, box)}</g><text x="${x + 32}" y="${y + 11}">${text}</text>`;
    x += 32 + widthOf(text, edgeText.size) + 16;
    return sample;
  });
  void width;
  return `<g class="legend">${samples.join('')}<text x="22" y="${y + 26}">${note}</text></g>`;
}

const kinds: readonly NodeKind[] = ['page', 'warning', 'confirmation', 'errorBox', 'choice', 'work', 'stage', 'end', 'anywhere'];
const note = '';
