import { createReadStream } from 'node:fs';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { installOutcome, isSuccess, leavesOpen } from './installOutcome.ts';
import { hear } from './log/hearLog.ts';
import { LineSplitter } from './log/lineSplitter.ts';
import { emptyStory, type LogStory } from './log/logStory.ts';
import { redactor } from './log/redactor.ts';
import { isSecretProperty } from './secretProperties.ts';

/** What is told of an installer that ran elsewhere. */
export interface Report {
  readonly exitCode: number | null;
  /** Its log, as it comes in or as a file; nothing where there is none. */
  readonly log?: AsyncIterable<Uint8Array> | string;
  /** The secrets that were on its command line, as far as they are still known. */
  readonly secrets?: readonly string[];
  /** Names of properties that hold a secret, though neither a page nor their name says so. */
  readonly hidden?: readonly string[];
  /** Takes each piece of the log as it may be kept: whole lines, redacted. */
  readonly keep?: (text: string) => Promise<void> | void;
}

/**
 * Reads an exit code and a log that come from elsewhere just as if the installer had run here. Memory does not grow with the log.
 * Throws a `Problem` where the code says success and the log does not: a success that is taken can't be taken back, and
 * PowerShell, which does not wait for msiexec by itself, has a 0 at hand at once.
 */
export async function outcomeOfReport({ exitCode, log, secrets = [], hidden = [], keep }: Report): Promise<InstallOutcome> {
  const redact = redactor({ secrets, isHidden: (name) => isSecretProperty(name, hidden) });
  const story = emptyStory();
  const splitter = new LineSplitter();
  const take = async (lines: readonly string[]) => {
    const shown = lines.map((line) => hear(story, line, { redact, actions: [] }));
    if (shown.length > 0) await keep?.(`${shown.join('\n')}\n`);
  };
  const pieces: AsyncIterable<Uint8Array> = typeof log === 'string' ? createReadStream(log) : (log ?? nothing());
  for await (const piece of pieces) await take(splitter.push(piece));
  await take(splitter.end());
  if (exitCode !== null && isSuccess(exitCode)) refuseContradiction(story, exitCode);
  return installOutcome({ exitCode, stopped: false, story });
}

function refuseContradiction(story: LogStory, exitCode: number): void {
  const says = `The exit code ${exitCode} says that it succeeded, and the log that it`;
  if (story.engineCode === null ? story.finalizing === 'failed' : !isSuccess(story.engineCode)) {
    throw new Problem('invalid-request', `${says} failed. Send the exit code and the log of one and the same run.`);
  }
  if (leavesOpen(story, exitCode)) {
    throw new Problem(
      'invalid-request',
      `${says} had not ended yet. Wait for its end, then send its exit code and the whole log.`,
    );
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
