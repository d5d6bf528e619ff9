import type { ActionLine } from './actionLine.ts';
import { earlierEnd, holders, keepPerhaps, readingOf } from './actionReading.ts';
import { signsIn } from './diagnosis.ts';
import { learn } from './learn.ts';
import { eventOf, type LogEvent } from './logEvent.ts';
import type { LogStory } from './logStory.ts';
import { beginsAnew } from './nextRun.ts';
import type { Redact } from './redactor.ts';
import { doneBy, isOurMark } from './whatRan.ts';

/** What a story is told with. */
export interface Hearing {
  readonly redact: Redact;
  /** The package's own sequence of actions, in order; empty where it is not known. */
  readonly actions: readonly string[];
}

/** Adds a line to the story, and gives the line as it may be kept and shown. */
export function hear(story: LogStory, line: string, { redact, actions }: Hearing): string {
  const shown = redact(line);
  const event = eventOf(line, story);
  if (event) beginsAnew(story, event);
  story.lines += 1;
  for (const sign of signsIn(line, event)) showSign(story, sign, clipped(shown), event);
  if (event?.is === 'message' && event.shown) keepLast(story.errors, clipped(shown), mostErrors);
  if (!isNoise(line, event)) keepLast(story.recent, clipped(shown), mostRecent);
  if (event) take(story, event, { redact, actions });
  return shown;
}

const mostErrors = 20;
const mostRecent = 15;
const longestShown = 500;
const mostScheduled = 5000;
const mostOpen = 50;
/** How much of the whole it is until the changes begin, percent. */
const preparation = 20;
/** Actions that carry out what others have scheduled. */
const scriptRunners: ReadonlySet<string> = new Set(['InstallFinalize', 'InstallExecute', 'InstallExecuteAgain']);

function take(story: LogStory, event: LogEvent, hearing: Hearing): void {
  switch (event.is) {
    case 'actionStarted':
      story.verbose = true;
      if (event.by === 'sequence') open(story, event.action);
      started(story, event.action, event.by, hearing);
      break;
    case 'actionLine':
      takeActionLine(story, event.line, hearing);
      break;
    case 'customActionFailed':
      if (!event.ignored) story.culprit = event.action;
      break;
    case 'scriptStarted':
      if (event.kind === 'rollback') rollBack(story);
      else if (event.kind === 'install') install(story);
      break;
    case 'scriptEnded':
      story.rollback.ended = story.rollback.begun;
      break;
    case 'rollingBack':
      rollBack(story);
      break;
    case 'rollbackError':
      // 5 is how the end of every rollback is reported, whole ones included.
      if (event.code !== 5) story.rollback.errors += 1;
      break;
    case 'rollbackDisabled':
      story.rollback.disabled = true;
      break;
    case 'featureDone':
      if (isOurMark(event.feature)) story.evidence.isOurs = true;
      if (counts(story, event.by, 'PublishFeatures') && !story.features.includes(event.feature))
        story.features.push(event.feature);
      break;
    case 'componentDone':
      if (counts(story, event.by, 'ProcessComponents')) story.components += 1;
      break;
    case 'engineReturned':
      story.engineCode = event.code;
      story.ended = true;
      break;
    default:
      learn(story, event, hearing.redact);
  }
}

/** An action that the sequence has come to. */
function open(story: LogStory, action: string): void {
  story.open.push(action);
  if (story.open.length > mostOpen) story.open.shift();
}

function takeActionLine(story: LogStory, line: ActionLine, hearing: Hearing): void {
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

function started(story: LogStory, action: string, by: 'sequence' | 'script' | 'text', { redact, actions }: Hearing): void {
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

function install(story: LogStory): void {
  story.changesBegun = true;
  if (!story.rollback.begun) story.phase = 'installing';
}

function rollBack(story: LogStory): void {
  story.rollback.begun = true;
  story.phase = 'rollingBack';
  story.features = [];
  story.components = 0;
}

function counts(story: LogStory, by: 'script' | 'text', action: string): boolean {
  if (!story.changesBegun || story.rollback.begun) return false;
  return by === 'script' || (!story.verbose && story.action === action);
}

function advance(story: LogStory, percent: number): void {
  if (!story.rollback.begun) story.percent = Math.max(story.percent, Math.floor(percent));
}

/** How much of a list is behind when this one begins, 0 to 1. */
function share(list: readonly string[], item: string): number {
  return Math.max(0, list.indexOf(item)) / Math.max(1, list.length);
}

/** A message is shown better by the line for people than by the engine's note of it. */
function showSign(story: LogStory, sign: string, line: string, event: LogEvent | null): void {
  if (event?.is === 'message' && !event.shown && String(event.code) === sign && story.signs[sign] !== undefined) return;
  story.signs[sign] = line;
  story.signsAt[sign] = story.lines;
}

/** Lines that say nothing to a reader who looks for what went wrong. */
function isNoise(line: string, event: LogEvent | null): boolean {
  if (line.trim() === '') return true;
  if (event?.is === 'actionLine') return event.line.value === null || event.line.value === 1;
  if (line.startsWith('MSI (')) return !/: (?:Product: |Note: 1: (?:17|19)\d\d )/.test(line);
  return /^(?:Property\(|=== )/.test(line);
}

function keepLast(list: string[], line: string, most: number): void {
  list.push(line);
  if (list.length > most) list.shift();
}

function clipped(line: string): string {
  return line.length > longestShown ? `${line.slice(0, longestShown)} …` : line;
}
