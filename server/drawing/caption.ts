import type { Wording } from '../view/wording.ts';
import { capitalize, words } from '../view/words.ts';
import type { ChartNode } from './chart.ts';
import type { ChartEdge, EdgeLabel } from './edges.ts';
import { wrap } from './textWidth.ts';

/** What is written into a node, line by line. */
export function nodeLines(node: ChartNode, tell: Wording['tell']): string[] {
  if (node.kind === 'choice') return [];
  return node.kind === 'anywhere' ? [tell(node.title)] : wrap(tell(capitalize(words(node.id))), mostInNode);
}

/** What is written beside an arrow: its questions, and its events but for plain answers, which the legend tells of. */
export function edgeLines({ kind, labels }: ChartEdge, tell: Wording['tell']): string[] {
  if (kind === 'no') return [tell('no')];
  if (labels.every(({ event }) => answers.includes(event))) return [];
  const captions = [...new Set(labels.map((label) => captionOf(label, tell)))];
  return captions.flatMap((caption) => wrap(caption, mostBeside));
}

/** What stands below it in small letters: its ways that are told instead of drawn. */
export function jumpLines({ jumps }: ChartNode, tell: Wording['tell']): string[] {
  const anywhere = jumps.filter(({ to }) => to === null).map(({ event }) => event);
  const beginning = jumps.filter(({ to }) => to !== null).map(({ event }) => event);
  return [
    ...(anywhere.length > 0 ? [`${anywhere.join(', ')}: ${tell('to a screen before')}`] : []),
    ...(beginning.length > 0 ? [`${beginning.join(', ')}: ${tell('begins again')}`] : []),
  ].flatMap((line) => wrap(line, mostBelow));
}

/**
 * `install: nothing holds back`, `has succeeded`, `not is supported mail option`, `failed`. That an answer names the screen which
 * it is meant for goes without saying. Events go by their names in every language, as whoever sends one has to.
 */
export function captionOf({ event, guard, not }: EdgeLabel, tell: Wording['tell']): string {
  const what = / failed$/.test(event) ? tell('failed') : / done$/.test(event) ? '' : event;
  const question = guard === 'isOnScreen' ? '' : guard !== null ? problemOf(guard) : not.length === 0 ? '' : negated(not, what);
  return [what, question && tell(question)].filter(Boolean).join(': ') || tell('done');
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
