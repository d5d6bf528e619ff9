import type { Box } from './column.ts';
import { describeMarks, kindWords } from './describe.ts';
import { escapeText } from './escape.ts';
import type { Marks } from './marks.ts';
import type { NodeKind } from './nodes.ts';
import { headPath, linePath, outlineOf } from './shapes.ts';
import { edgeText } from './sizes.ts';
import { widthOf } from './words.ts';

/** Height of the strip below the drawing; it is higher where it tells of an installation. */
export function legendHeight(marks?: Marks): number {
  return marks ? 64 : 42;
}

/** What the shapes mean, and the arrows without a word; and where an installation is. */
export function legend(top: number, marks?: Marks): string {
  const y = marks ? top + 22 : top;
  const samples = [...kinds.map(sampleOf), ...(marks ? marked : [])];
  const widths = samples.map(({ text }) => 30 + widthOf(text, edgeText.size) + 14);
  const drawn = samples.map(({ text, draw }, at) => {
    const x = 22 + widths.slice(0, at).reduce((sum, width) => sum + width, 0);
    return `${draw({ x, y, width: 24, height: 14 })}<text x="${x + 30}" y="${y + 10.5}">${text}</text>`;
  });
  const status = marks ? `<text class="status" x="22" y="${top + 8}">${escapeText(describeMarks(marks))}</text>` : '';
  return `${status}<g class="legend">${drawn.join('')}<text x="22" y="${y + 30}">${note}</text></g>`;
}

interface Sample {
  readonly text: string;
  draw(box: Box): string;
}

function sampleOf(kind: NodeKind): Sample {
  const draw = (box: Box) => {
    const shape = kind === 'choice' ? { ...box, x: box.x + 5, width: 14 } : box;
    return `<g class="node ${kind}">${outlineOf(kind, shape)}</g>`;
  };
  return { text: kind === 'choice' ? 'choice: does the screen show?' : kindWords[kind], draw };
}

const marked: readonly Sample[] = [
  { text: 'way taken', draw: (box) => arrow('way taken', box) },
  { text: 'way not taken', draw: (box) => arrow('no refused', box) },
  {
    text: 'present state',
    draw: ({ x, y }) =>
      `<g class="node"><rect class="halo-ring" x="${x + 8}" y="${y}" width="16" height="14" rx="5"/><path class="pointer" d="M${x + 7} ${y + 7}l-8 -5v10z"/></g>`,
  },
];

function arrow(kind: string, { x, y, width, height }: Box): string {
  const [from, to] = [
    { x, y: y + height / 2 },
    { x: x + width, y: y + height / 2 },
  ];
  return `<g class="edge ${kind}"><path d="${linePath([from, to])}"/><path class="head" d="${headPath(from, to)}"/></g>`;
}

const kinds: readonly NodeKind[] = ['page', 'warning', 'confirmation', 'errorBox', 'choice', 'work', 'stage', 'end', 'anywhere'];
const note =
  'An arrow without a word is gone along by an answer: submit on a page, acknowledge on a warning or an error box. A page asks, judges and checks within; a tick tells how many checks. An arrow with two heads leads back too.';
