import { createReadStream } from 'node:fs';
import type { InstallOutcome } from '../../machines/ports.ts';
import { installOutcome } from './installOutcome.ts';
import { hear } from './log/hearLog.ts';
import { LineSplitter } from './log/lineSplitter.ts';
import { emptyStory } from './log/logStory.ts';
import { redactor } from './log/redactor.ts';
import { isSecretProperty } from './secretProperties.ts';

/** What is told of an installer that ran elsewhere. */
export interface Report {
  readonly exitCode: number | null;
  /** Its log, as it comes in or as a file; nothing where there is none. */
  readonly log?: AsyncIterable<Uint8Array> | string;
  /** The secrets that were on its command line, as far as they are still known. */
  readonly secrets?: readonly string[];
  /** Takes each piece of the log as it may be kept: whole lines, redacted. */
  readonly keep?: (text: string) => Promise<void> | void;
}

/** Reads an exit code and a log that come from elsewhere just as if the installer had run here. Memory does not grow with the log. */
export async function outcomeOfReport({ exitCode, log, secrets = [], keep }: Report): Promise<InstallOutcome> {
  const redact = redactor({ secrets, isHidden: (name) => isSecretProperty(name) });
  const story = emptyStory();
  const splitter = new LineSplitter();
  const take = async (lines: readonly string[]) => {
    const shown = lines.map((line) => hear(story, line, { redact, actions: [] }));
    if (shown.length > 0) await keep?.(`${shown.join('\n')}\n`);
  };
  const pieces: AsyncIterable<Uint8Array> = typeof log === 'string' ? createReadStream(log) : (log ?? nothing());
  for await (const piece of pieces) await take(splitter.push(piece));
  await take(splitter.end());
  return installOutcome({ exitCode, stopped: false, story });
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
