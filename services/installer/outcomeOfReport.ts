import { createReadStream } from 'node:fs';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { installOutcome, isSuccess, leavesOpen } from './installOutcome.ts';
import { LineSplitter } from './log/lineSplitter.ts';
import { emptyStory, type LogStory } from './log/logStory.ts';
import { readLogLine } from './log/readLogLine.ts';
import { redactor } from './log/redactor.ts';
import { slices } from './log/slices.ts';
import { productOf, purposeOf } from './log/whatRan.ts';
import { isSecretProperty } from './secretProperties.ts';

/** What is told of an installer that ran elsewhere. */
export interface Report {
  readonly exitCode: number | null;
  /** Its log, as it comes in or as a file; nothing where there is none. */
  readonly log?: AsyncIterable<Uint8Array> | string;
  /** Whether the reporter has said that the product is installed, where its log can't tell. */
  readonly installed?: boolean;
  /** The secrets that were on its command line, as far as they are still known. */
  readonly secrets?: readonly string[];
  /** Names of properties that hold a secret, though neither a page nor their name says so. */
  readonly hidden?: readonly string[];
  /** Takes each piece of the log as it may be kept: whole lines, redacted. */
  readonly keep?: (text: string) => Promise<void> | void;
}

/**
 * Reads an exit code and a log that come from elsewhere just as if the installer had run here. Memory does not grow with the log.
 * Throws a `Problem` where the log is of something else than an installation of this product, and where the code says success and
 * the log does not: PowerShell, which does not wait for msiexec by itself, has a 0 at hand at once.
 */
export async function outcomeOfReport({
  exitCode,
  log,
  installed,
  secrets = [],
  hidden = [],
  keep,
}: Report): Promise<InstallOutcome> {
  const redact = redactor({ secrets, isHidden: (name) => isSecretProperty(name, hidden) });
  const story = emptyStory();
  const splitter = new LineSplitter();
  const take = async (lines: readonly string[]) => {
    for await (const slice of slices(lines)) {
      const shown = slice.map((line) => readLogLine(story, line, { redact, actions: [] }));
      await keep?.(`${shown.join('\n')}\n`);
    }
  };
  const pieces: AsyncIterable<Uint8Array> = typeof log === 'string' ? createReadStream(log) : (log ?? nothing());
  for await (const piece of pieces) await take(splitter.push(piece));
  await take(splitter.end());
  refuseSomethingElse(story);
  if (exitCode !== null && isSuccess(exitCode)) {
    refuseContradiction(story, exitCode);
    if (!installed && story.lines > 0) askWhetherInstalled(story, exitCode);
  }
  return installOutcome({ exitCode, stopped: false, story });
}

function refuseSomethingElse({ evidence }: LogStory): void {
  const product = productOf(evidence);
  const purpose = purposeOf(evidence);
  if (typeof product === 'object') {
    const what = `${purpose === null ? 'a run of the installer' : articled[purpose]} of ${product.another}`;
    throw new Problem('invalid-request', `This is the log of ${what}. Send that of the installation of ${ourProduct}.`);
  }
  if (purpose === 'removal' || purpose === 'repair') {
    throw new Problem(
      'invalid-request',
      `This is the log of ${articled[purpose]}. Send that of the installation of ${ourProduct}.`,
    );
  }
}

const ourProduct = 'the MIM Service and Portal';
const articled = { installation: 'an installation', removal: 'a removal', repair: 'a repair', change: 'a change' } as const;

/** Nothing is assumed where the log can't tell: it is of no run, of a product that it does not name, or of a change. */
function askWhetherInstalled({ evidence }: LogStory, exitCode: number): void {
  const purpose = purposeOf(evidence);
  const doubt =
    productOf(evidence) === 'unknown'
      ? 'does not tell which product was installed'
      : purpose === null
        ? 'does not tell whether the product was installed or removed'
        : purpose === 'change'
          ? 'tells of a change of a product that was installed already'
          : null;
  if (doubt === null) return;
  throw new Problem(
    'invalid-request',
    `The exit code ${exitCode} says that it succeeded, but the log ${doubt}. Send the log of the installation. Where the product is installed now, say so and send this again: installed=true by REST, --installed on the command line, a tick in the browser.`,
  );
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
