import { english, type Wording } from '../view/wording.ts';
import { capitalize, words } from '../view/words.ts';
import { captionOf, jumpLines, nodeLines } from './caption.ts';
import type { Chart, ChartNode } from './chart.ts';
import type { ChartEdge } from './edges.ts';
import { ends, type NodeKind } from './nodes.ts';

/** The chart as a flowchart for Mermaid, which GitHub and others draw. */
export function drawMermaid({ groups, nodes, edges }: Chart, { tell }: Pick<Wording, 'tell'> = english): string {
  const of = (group: string) => nodes.filter((node) => node.group === group).map((node) => `    ${drawNode(node, tell)}`);
  return [
    'flowchart TB',
    ...groups.flatMap(({ id }) =>
      id === ends ? of(id) : [`  subgraph phase_${id}["${quote(tell(capitalize(words(id))))}"]`, ...of(id), '  end'],
    ),
    ...edges.map((edge) => `  ${drawEdge(edge, tell)}`),
    ...Object.entries(looks).map(([kind, look]) => `  classDef ${kind} ${look}`),
    ...Object.keys(looks).flatMap((kind) => {
      const of = nodes.filter((node) => node.kind === kind).map(({ id }) => idOf(id));
      return of.length > 0 ? [`  class ${of.join(',')} ${kind}`] : [];
    }),
    '',
  ].join('\n');
}

function drawNode(node: ChartNode, tell: Wording['tell']): string {
  const checks = node.checks.length > 0 ? [`✓ ${node.checks.length} ${tell(node.checks.length === 1 ? 'check' : 'checks')}`] : [];
  const text = node.kind === 'choice' ? ['?'] : [...nodeLines(node, tell), ...jumpLines(node, tell), ...checks];
  const [open, close] = shapes[node.kind];
  return `${idOf(node.id)}${open}"${text.map(quote).join('<br>')}"${close}`;
}

/** Every question and event that leads along it is written on an arrow, but for the plain submit or acknowledge. */
function drawEdge({ from, to, kind, labels }: ChartEdge, tell: Wording['tell']): string {
  const told = labels.filter(({ event }) => !['submit', 'recheck', 'override', 'acknowledge'].includes(event));
  const text = kind === 'no' ? [tell('no')] : [...new Set(told.map((label) => captionOf(label, tell)))];
  const arrow = kind === 'no' ? '-.->' : '-->';
  return `${idOf(from)} ${arrow}${text.length > 0 ? `|"${text.map(quote).join('<br>')}"|` : ''} ${idOf(to)}`;
}

/** `end` is a word of Mermaid's, so each name has something before it. */
export function idOf(node: string): string {
  return node.endsWith('?') ? `shows_${node.slice(0, -1)}` : `at_${node}`;
}

function quote(text: string): string {
  return text.replace(/["#<>&]/g, (letter) => `#${letter.charCodeAt(0)};`);
}

const shapes: Readonly<Record<NodeKind, readonly [string, string]>> = {
  page: ['[', ']'],
  warning: ['{{', '}}'],
  confirmation: ['[/', '/]'],
  errorBox: ['>', ']'],
  stage: ['([', '])'],
  end: ['(((', ')))'],
  work: ['[[', ']]'],
  choice: ['{', '}'],
  anywhere: ['(', ')'],
};

const looks: Readonly<Partial<Record<NodeKind, string>>> = {
  page: 'fill:#ffffff,stroke:#0f6cbd,color:#201f1e',
  warning: 'fill:#fff4ce,stroke:#8a5a00,color:#201f1e',
  confirmation: 'fill:#f1eafa,stroke:#6b3fa0,color:#201f1e',
  errorBox: 'fill:#fde7e9,stroke:#b10e1c,color:#201f1e',
  stage: 'fill:#e3f5e1,stroke:#0b6a0b,stroke-width:2px,color:#201f1e',
  work: 'fill:#dff2f5,stroke:#03666b,color:#201f1e',
};
