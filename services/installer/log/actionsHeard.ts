import type { ActionLine } from './actionLine.ts';
import { earlierEnd, holders, keepPerhaps, readingOf } from './actionReading.ts';
import type { Hearing } from './hearing.ts';
import type { LogStory } from './logStory.ts';
import type { Redact } from './redactor.ts';
import { doneBy } from './whatRan.ts';

const mostScheduled = 5000;
const mostOpen = 50;
/** How much of the whole it is until the changes begin, percent. */
const preparation = 20;
/** Actions that carry out what others have scheduled. */
const scriptRunners: ReadonlySet<string> = new Set(['InstallFinalize', 'InstallExecute', 'InstallExecuteAgain']);

/** An action that the sequence has come to. */
export function open(story: LogStory, action: string): void {
  story.open.push(action);
  if (story.open.length > mostOpen) story.open.shift();
}

export function takeActionLine(story: LogStory, line: ActionLine, hearing: Hearing): void {
  const reading = readingOf(line, story);
  if (reading === 'ended') ended(story, line.action, line.value!, hearing.redact);
  else if (reading === 'ended, perhaps')
    keepPerhaps(story, scriptRunners.has(line.action) ? { ...line, action: story.action ?? line.action } : line, [
      ...story.recent,
    ]);
  if (reading === 'ended' || story.verbose) return;
  if (reading === 'started') open(story, line.action);
  if (line.action === 'Rollback') rollBack(story);
  started(story, line.action, 'text', hearing);
}

export function started(story: LogStory, action: string, by: 'sequence' | 'script' | 'text', { redact, actions }: Hearing): void {
  const inScript = by === 'script' || (by === 'text' && story.finalizing === 'yes');
  story.action = redact(action);
  if (by === 'text' && story.finalizing === 'failed') rollBack(story);
  else if (inScript) {
    if (!story.rollback.begun) doneBy(story.evidence, action);
    install(story);
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

export function install(story: LogStory): void {
  story.changesBegun = true;
  if (!story.rollback.begun) story.phase = 'installing';
}

export function rollBack(story: LogStory): void {
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
