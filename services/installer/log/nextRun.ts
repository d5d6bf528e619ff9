import type { LogEvent } from './logEvent.ts';
import { emptyStory, type LogStory } from './logStory.ts';

/**
 * Starts the story over where another run is appended to the log (`/l*v+`): the last run is the one that counts, and of those
 * before it only how they ended is kept. A run begins with the line that the log itself began with, or where all that had started
 * has ended and an installation starts again.
 */
export function beginsAnew(story: LogStory, event: LogEvent): void {
  if (event.is === 'opening') {
    const { words, verbose } = event;
    if (story.action === null && story.engineCode === null) story.opening ??= words;
    else if (hasOnlyBegun(story)) Object.assign(story, emptyStory(), { opening: story.opening, earlier: story.earlier });
    else if (verbose || words === story.opening) startOver(story, words);
  } else if (story.ended && story.open.length === 0 && starts(event, story)) startOver(story, story.opening);
}

/** An installer that opens its log once more for the part of it that changes things, as Wine's does, has run once. */
function hasOnlyBegun({ action, ended }: LogStory): boolean {
  return action === 'INSTALL' && !ended;
}

function starts(event: LogEvent, { sentences }: LogStory): boolean {
  if (event.is === 'actionStarted') return event.by === 'sequence' && event.action === 'INSTALL';
  return (
    event.is === 'actionLine' &&
    event.line.action === 'INSTALL' &&
    event.line.value === null &&
    sentences.starts === event.line.before
  );
}

function startOver(story: LogStory, opening: string | null): void {
  const { failure, engineCode, ended, earlier } = story;
  const before = [...earlier, { action: failure?.action ?? null, engineCode, ended }].slice(-mostEarlier);
  Object.assign(story, emptyStory(), { opening, earlier: before });
}

const mostEarlier = 10;
