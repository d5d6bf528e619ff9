import type { ActionLine } from './actionLine.ts';
import { earlierEnd, holders, keepPerhaps, readingOf } from './actionReading.ts';
import type { LogReading } from './logReading.ts';
import type { LogStory } from './logStory.ts';
import type { Redact } from './redactor.ts';
import { doneBy } from './whatRan.ts';

const mostScheduled = 5000;
const mostOpen = 50;
/** How much of the whole it is until the changes begin, percent. */
const preparation = 20;
/** Actions that carry out what others have scheduled. */
const scriptRunners: ReadonlySet<string> = new Set(['InstallFinalize', 'InstallExecute', 'InstallExecuteAgain']);

/** Notes that the sequence has come to an action, which lasts until `takeActionLine` is given its end. */
export function openAction(story: LogStory, action: string): void {
  story.open.push(action);
  if (story.open.length > mostOpen) story.open.shift();
}

/** Notes what a line for people tells of an action: that it starts, has ended, or is at work. */
export function takeActionLine(story: LogStory, line: ActionLine, reading: LogReading): void {
  const sentence = readingOf(line, story);
  if (sentence === 'ended') ended(story, line.action, line.value!, reading.redact);
  else if (sentence === 'ended, perhaps')
    keepPerhaps(story, scriptRunners.has(line.action) ? { ...line, action: story.action ?? line.action } : line, [
      ...story.recent,
    ]);
  if (sentence === 'ended' || story.verbose) return;
  if (sentence === 'started') openAction(story, line.action);
  if (line.action === 'Rollback') noteRollback(story);
  actionStarted(story, line.action, 'text', reading);
}

/**
 * Notes that an action starts, and how far the whole is by that. The sequence plans and the script carries out; of lines for people
 * (`text`), what comes after InstallFinalize has started is carried out.
 */
export function actionStarted(
  story: LogStory,
  action: string,
  by: 'sequence' | 'script' | 'text',
  { redact, actions }: LogReading,
): void {
  const inScript = by === 'script' || (by === 'text' && story.finalizing === 'yes');
  story.action = redact(action);
  if (by === 'text' && story.finalizing === 'failed') noteRollback(story);
  else if (inScript) {
    if (!story.rollback.begun) doneBy(story.evidence, action);
    noteInstall(story);
    advance(story, preparation + (99 - preparation) * share(story.scheduled, action));
  } else if (!holders.has(action)) {
    if (action === 'InstallInitialize') story.scheduled = [];
    else if (action === 'InstallFinalize') story.finalizing = 'yes';
    else if (!story.scheduled.includes(action) && story.scheduled.length < mostScheduled) story.scheduled.push(action);
    advance(story, preparation * share(actions, action));
  }
}

function ended(story: LogStory, action: string, value: number, redact: Redact): void {
  const at = story.open.lastIndexOf(action);
  if (at !== -1) story.open.length = at;
  const fatal = value === 3 || value === 4;
  if (fatal && !story.failure) {
    // What holds all others fails because something within it did, also where the log tells of that in words not learnt by then.
    const within = holders.has(action) ? earlierEnd(story) : undefined;
    const inner = scriptRunners.has(action) ? story.action : action;
    story.failure = within ?? { action: redact(story.culprit ?? inner ?? action), lines: [...story.recent] };
  }
  if (value === 0 && !holders.has(action) && !scriptRunners.has(action)) {
    story.undone = { action: redact(action), lines: [...story.recent] };
  }
  // Elsewhere than on Windows a failing action ends with 0, and so does all that holds it.
  if (value === 0 && action === 'INSTALL') story.failure ??= story.undone;
  if (action === 'InstallFinalize') story.finalizing = value === 1 || value === 5 ? 'ended' : 'failed';
  if (action !== 'INSTALL' || story.open.includes('INSTALL')) return;
  story.ended = true;
  if (value !== 1) {
    story.finalizing = 'failed';
    story.failure ??= earlierEnd(story) ?? null;
  }
}

/** Notes that the script has begun, which makes the changes. */
export function noteInstall(story: LogStory): void {
  story.changesBegun = true;
  if (!story.rollback.begun) story.phase = 'installing';
}

/** Notes that what was done is being undone: from then on nothing counts as done. */
export function noteRollback(story: LogStory): void {
  story.rollback.begun = true;
  story.phase = 'rollingBack';
  story.features = [];
  story.components = 0;
}

function advance(story: LogStory, percent: number): void {
  if (!story.rollback.begun) story.percent = Math.max(story.percent, Math.floor(percent));
}

/** How much of a list is behind when this one begins, 0 to 1. */
function share(list: readonly string[], item: string): number {
  return Math.max(0, list.indexOf(item)) / Math.max(1, list.length);
}
