import type { Wording } from '../view/wording.ts';
import { describeMarks, kindWords } from './describe.ts';
import type { Highlights } from './highlights.ts';
import type { Box } from './layout.ts';
import type { NodeKind } from './nodes.ts';
import { drawText, placed } from './parts.ts';
import { round } from './round.ts';
import { headPath, linePath, outlineOf } from './shapes.ts';
import { edgeText } from './sizes.ts';
import { widthOf } from './textWidth.ts';

/** Height of the strip below the drawing; it is higher where it tells of an installation. */
export function legendHeight(marks?: Highlights): number {
  return marks ? 64 : 42;
}

/** What the shapes mean, and the arrows without a word; and where an installation is. */
export function legend(top: number, tell: Wording['tell'], marks?: Highlights): string {
  const y = marks ? top + 22 : top;
  const samples = [...kinds.map(sampleOf), ...(marks ? marked : [])];
  const widths = samples.map(({ text }) => 30 + widthOf(tell(text), edgeText.size) + 14);
  const drawn = samples.map(({ text, draw }, at) => {
    const x = 22 + widths.slice(0, at).reduce((sum, width) => sum + width, 0);
    return `${draw({ x, y, width: 24, height: 14 })}${drawText(tell(text), x + 30, y + 10.5)}`;
  });
  const status = marks ? drawText(describeMarks(marks, tell), 22, top + 8, 'status') : '';
  return `${status}<g class="legend">${drawn.join('')}${drawText(tell(note), 22, y + 30)}</g>`;
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
      `<g class="node"><rect class="ring" ${placed({ x: x + 8, y, width: 16, height: 14 })} rx="5"/><path class="pointer" d="M${round(x + 7)} ${round(y + 7)}l-8 -5v10z"/></g>`,
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
