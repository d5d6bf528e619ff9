import type { InstallOutcome } from '../../machines/ports/installer.ts';
import type { InstalledProduct } from './installedProduct.ts';
import { earlierEnd } from './log/actionReading.ts';
import { diagnose } from './log/diagnosis.ts';
import type { LogStory } from './log/logStory.ts';
import { purposeOf } from './log/whatRan.ts';

/** All that is known when a run of the installer is over. */
export interface RunEnd {
  /** As Windows gave it; null where nobody learnt it. */
  readonly exitCode: number | null;
  /** Whether it had been asked to stop. */
  readonly stopped: boolean;
  readonly story: Readonly<LogStory>;
  /** What Windows Installer lists now; undefined where it can't be told. */
  readonly installed?: InstalledProduct | null | undefined;
  /** Why the installer could not even be started. */
  readonly error?: string | undefined;
}

/**
 * What a run of the installer has come to: by its exit code, else by what the engine wrote into its log, else by where the log
 * breaks off.
 */
export function installOutcome(end: RunEnd): InstallOutcome {
  const exitCode = brokenOff(end) ? end.story.engineCode : end.exitCode;
  const result = resultOf(end, exitCode);
  const restartNeeded = exitCode === 3010 || exitCode === 1641;
  const rolledBack = result === 'succeeded' ? null : rolledBackOf(end.story, result);
  return {
    result,
    exitCode,
    restartNeeded,
    rolledBack,
    message: [...sentences({ ...end, exitCode, result, restartNeeded, rolledBack })].join(' '),
    ...((result === 'failed' || result === 'interrupted') && { failure: failureOf(end, exitCode) }),
  };
}

/**
 * Whether the log leaves open how the installation ended: it breaks off, and the exit code is that of whoever ended the process,
 * not one by which Windows Installer tells a failure.
 */
export function leavesOpen(story: Readonly<LogStory>, exitCode: number | null): boolean {
  return story.action !== null && !story.ended && (exitCode === null || isSuccess(exitCode) || !isInstallersOwn(exitCode));
}

/** A success that the log does not tell of is one, unless the product is not there. */
function brokenOff({ exitCode, story, installed }: RunEnd): boolean {
  if (exitCode === null) return true;
  return leavesOpen(story, exitCode) && !(isSuccess(exitCode) && installed !== null);
}

/** Done, and whether or not a restart is needed or begun. */
export function isSuccess(code: number): boolean {
  return code === 0 || code === 3010 || code === 1641;
}

/** Those of Microsoft Learn, "MsiExec.exe and InstMsi.exe Error Messages". */
function isInstallersOwn(code: number): boolean {
  return [0, 13, 87, 120, 1259, 3010].includes(code) || (code >= 1601 && code <= 1654);
}

function resultOf({ stopped, error }: RunEnd, exitCode: number | null): InstallOutcome['result'] {
  if (error !== undefined) return 'failed';
  if (exitCode === null) return stopped ? 'cancelled' : 'interrupted';
  if (isSuccess(exitCode)) return 'succeeded';
  if (exitCode === 1602 || stopped) return 'cancelled';
  return exitCode === 1604 ? 'interrupted' : 'failed';
}

function rolledBackOf({ rollback, changesBegun, verbose }: LogStory, result: InstallOutcome['result']): boolean | null {
  if (!changesBegun) return null;
  if (!rollback.begun) return result === 'interrupted' || rollback.disabled ? false : null;
  if (rollback.errors > 0) return false;
  // Only the engine's own lines tell where the rollback ends.
  return rollback.ended || (verbose ? false : null);
}

function failureOf({ story, error, ...end }: RunEnd, exitCode: number | null): NonNullable<InstallOutcome['failure']> {
  const failed = failedAction(story);
  const told = failed?.lines ?? (story.ended && exitCode === null ? [] : story.recent);
  // Whoever ended the installer's process has an exit code of his own; the engine's tells more.
  const codes = exitCode !== null && isInstallersOwn(exitCode) ? [exitCode, story.engineCode] : [story.engineCode, end.exitCode];
  const { cause, others, lines: revealing } = diagnose(story, codes);
  const earlier = [...revealing, ...story.errors].filter((line) => !told.includes(line));
  const lines = [...new Set([...(error ? [error] : []), ...earlier, ...told])];
  return {
    action: failed?.action ?? (story.ended ? null : story.action),
    cause,
    ...(others.length > 0 && { otherCauses: others }),
    lines,
  };
}

function failedAction(story: Readonly<LogStory>): LogStory['failure'] {
  return story.failure ?? earlierEnd(story) ?? null;
}

/** What the log tells of runs before the one that counts. */
function* earlierRuns({ earlier }: Readonly<LogStory>): Generator<string> {
  const last = earlier.at(-1);
  if (!last) return;
  const { action, engineCode, ended } = last;
  const how = !ended
    ? 'broke off'
    : action === null && (engineCode === null || isSuccess(engineCode))
      ? 'ended without a failure'
      : `failed${engineCode === null ? '' : ` with ${engineCode}`}${action === null ? '' : ` at the action ${action}`}`;
  const those = earlier.length === 1 ? 'an earlier run, which' : `${earlier.length} earlier runs, the last of which`;
  yield `The log also holds ${those} ${how}; this is told of the last run alone.`;
}

function* sentences(
  end: RunEnd & Pick<InstallOutcome, 'result' | 'exitCode' | 'restartNeeded' | 'rolledBack'>,
): Generator<string> {
  const { story, installed, result, exitCode, restartNeeded, rolledBack } = end;
  if (result === 'succeeded') {
    yield purposeOf(story.evidence) === 'change' ? 'The installed product was changed.' : 'The product is installed.';
    if (restartNeeded) yield exitCode === 1641 ? 'The server is being restarted.' : 'Restart the server to complete it.';
    yield* earlierRuns(story);
    return;
  }
  if (end.error !== undefined) yield `The installer could not be run: ${end.error}`;
  else if (result === 'cancelled') yield 'The installation was called off.';
  else if (result === 'interrupted') yield 'The installer was interrupted before it had ended.';
  else yield `The installer failed with exit code ${exitCode}${enginesOwn(story, exitCode)}${atAction(story)}.`;
  if (rolledBack === true) yield 'What it had done was rolled back.';
  else if (rolledBack === false) yield 'What it had done is not, or not wholly, rolled back.';
  else if (story.changesBegun) yield 'Its log does not say whether what it had done was rolled back whole.';
  else yield 'It had changed nothing yet.';
  if (installed) yield `Windows Installer lists ${installed.name} ${installed.version} as installed.`;
  else if (installed === null) yield 'Windows Installer does not list the product as installed.';
  yield* earlierRuns(story);
  yield result === 'failed' ? 'See to the cause, then retry, or change answers and retry.' : 'Retry, or give up.';
}

function enginesOwn({ engineCode }: Readonly<LogStory>, exitCode: number | null): string {
  const isTold = exitCode === null || isInstallersOwn(exitCode) || engineCode === null || engineCode === exitCode;
  return isTold ? '' : ` (in its log, ${engineCode})`;
}

function atAction(story: Readonly<LogStory>): string {
  const failed = failedAction(story);
  return failed ? `, at the action ${failed.action}` : '';
}
