import type { ActionLine } from './actionLine.ts';
import type { LogStory } from './logStory.ts';
import type { Sentences } from './sentences.ts';

/**
 * Which of the three sentences a line is. What is learnt of them by the order of things is kept in the story: the action that holds
 * all others starts first, without a number, and ends last, with one; in between, what ends is what has started.
 */
export function readingOf({ before, action, behind, value }: ActionLine, { sentences, open }: LogStory): Reading {
  const sentence = `${before} … ${behind}`;
  if (sentences.ends !== null && sentence === sentences.ends && value !== null) return ended(action, sentences);
  if (sentences.ends === null && value !== null && isEnd(before, action, sentences)) {
    sentences.ends = sentence;
    return ended(action, sentences);
  }
  if (value !== null) return sentences.ends === null ? 'ended, perhaps' : 'told';
  if (holders.has(action)) learnStart(sentences, before, open.at(-1) === action);
  if (before === sentences.starts && behind === '') {
    sentences.started = [...sentences.started, action].slice(-mostStarted);
    return 'started';
  }
  sentences.tells ??= before;
  return 'told';
}

/** What a line says of its action; of the end of one it may not be certain yet. */
export type Reading = 'started' | 'told' | 'ended' | 'ended, perhaps';

function isEnd(before: string, action: string, { starts, tells, started }: Sentences): boolean {
  return holders.has(action) || (started.includes(action) && before !== starts && before !== tells);
}

function ended(action: string, sentences: Sentences): 'ended' {
  const at = sentences.started.lastIndexOf(action);
  if (at !== -1) sentences.started = sentences.started.slice(0, at);
  return 'ended';
}

/** Some logs tell of an action before they say that it starts; then the second sentence is that of starts. */
function learnStart(sentences: Sentences, before: string, again: boolean): void {
  if (sentences.starts !== null && again && sentences.tells === null && before !== sentences.starts) {
    sentences.tells = sentences.starts;
    sentences.starts = before;
  }
  sentences.starts ??= before;
}

/** Actions that only hold others, of which nothing is told but that they start and end. */
export const holders: ReadonlySet<string> = new Set(['INSTALL', 'ExecuteAction']);

/** Keeps an end without success that may be one, until it is known. */
export function keepPerhaps({ sentences: { perhaps } }: LogStory, line: ActionLine, lines: string[]): void {
  const sentence = `${line.before} … ${line.behind}`;
  if (line.value === 1 || line.value === null || perhaps[sentence] || Object.keys(perhaps).length >= mostSentences) return;
  perhaps[sentence] = { action: line.action, value: line.value, lines };
}

/** The first end without success, where the log begins in the middle. */
export function earlierEnd({ sentences: { ends, perhaps } }: Readonly<LogStory>) {
  const only = Object.values(perhaps);
  return ends === null ? (only.length === 1 ? only[0] : undefined) : perhaps[ends];
}

const mostSentences = 8;
const mostStarted = 50;
