import { capitalize, words } from '../view/words.ts';
import type { ChartNode } from './chart.ts';
import type { ChartEdge, EdgeLabel } from './edges.ts';
import { wrap } from './textWidth.ts';

/** What is written into a node, line by line. */
export function nodeLines(node: ChartNode): string[] {
  if (node.kind === 'choice') return [];
  return node.kind === 'anywhere' ? [node.title] : wrap(capitalize(words(node.id)), mostInNode);
}

/** What is written beside an arrow: its questions, and its events but for plain answers, which the legend tells of. */
export function edgeLines({ kind, labels }: ChartEdge): string[] {
  if (kind === 'no') return ['no'];
  if (labels.every(({ event }) => answers.includes(event))) return [];
  const captions = [...new Set(labels.map(captionOf))];
  return captions.flatMap((caption) => wrap(caption, mostBeside));
}

/** What stands below it in small letters: its ways that are told instead of drawn. */
export function jumpLines({ jumps }: ChartNode): string[] {
  const anywhere = jumps.filter(({ to }) => to === null).map(({ event }) => event);
  const beginning = jumps.filter(({ to }) => to !== null).map(({ event }) => event);
  return [
    ...(anywhere.length > 0 ? [`${anywhere.join(', ')}: to a screen before`] : []),
    ...(beginning.length > 0 ? [`${beginning.join(', ')}: begins again`] : []),
  ].flatMap((line) => wrap(line, mostBelow));
}

/**
 * `install: nothing holds back`, `has succeeded`, `not is supported mail option`, `failed`. That an answer names the screen which
 * it is meant for goes without saying.
 */
export function captionOf({ event, guard, not }: EdgeLabel): string {
  const what = / failed$/.test(event) ? 'failed' : / done$/.test(event) ? '' : event;
  const question = guard === 'isOnScreen' ? '' : guard !== null ? problemOf(guard) : not.length === 0 ? '' : negated(not, what);
  return [what, question].filter(Boolean).join(': ') || 'done';
}

/** A question in words; where it is about a kind of problem, that. */
function problemOf(guard: string): string {
  return words(guard.replace(/^foundProblem /, '').replaceAll('-', ' '));
}

function negated(not: readonly string[], what: string): string {
  return not.length === 1 && what === '' ? `not ${words(not[0]!)}` : 'otherwise';
}

/** Events by which a screen is answered. An arrow that is gone along by them alone needs no word. */
const answers = ['submit', 'recheck', 'override', 'acknowledge'];
/** Characters in a line. */
const mostInNode = 16;
const mostBeside = 19;
const mostBelow = 24;
