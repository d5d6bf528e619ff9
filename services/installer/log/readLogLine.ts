import { signsIn } from './diagnosis.ts';
import { eventOf } from './eventOf.ts';
import type { LogEvent } from './logEvent.ts';
import type { LogReading } from './logReading.ts';
import type { LogStory } from './logStory.ts';
import { beginsAnew } from './nextRun.ts';
import { actionStarted, noteInstall, noteRollback, openAction, takeActionLine } from './noteActions.ts';
import { noteEvidence } from './noteEvidence.ts';
import { isOurMark } from './whatRan.ts';

/** Adds a line of a log to the story, and gives the line as it may be kept and shown: redacted. */
export function readLogLine(story: LogStory, line: string, { redact, actions }: LogReading): string {
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

function take(story: LogStory, event: LogEvent, reading: LogReading): void {
  switch (event.is) {
    case 'actionStarted':
      story.verbose = true;
      if (event.by === 'sequence') openAction(story, event.action);
      actionStarted(story, event.action, event.by, reading);
      break;
    case 'actionLine':
      takeActionLine(story, event.line, reading);
      break;
    case 'customActionFailed':
      if (!event.ignored) story.culprit = event.action;
      break;
    case 'scriptStarted':
      if (event.kind === 'rollback') noteRollback(story);
      else if (event.kind === 'install') noteInstall(story);
      break;
    case 'scriptEnded':
      story.rollback.ended = story.rollback.begun;
      break;
    case 'rollingBack':
      noteRollback(story);
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
      noteEvidence(story, event, reading.redact);
  }
}

function counts(story: LogStory, by: 'script' | 'text', action: string): boolean {
  if (!story.changesBegun || story.rollback.begun) return false;
  return by === 'script' || (!story.verbose && story.action === action);
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
