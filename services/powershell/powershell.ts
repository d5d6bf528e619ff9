import { spawn } from 'node:child_process';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Finding, unavailable } from '../checks/finding.ts';
import { complaintIn } from './complaint.ts';

/** By what the scripts of the checks are run. */
export interface PowerShellSettings {
  /** The program that runs our scripts; without it, Windows PowerShell on Windows, and none elsewhere. */
  readonly powershell?: string | undefined;
}

/**
 * Runs one of our scripts by Windows PowerShell and gives what it returns, held against `schema`. The script has a parameter
 * `$Asked` with what it is asked; `ask.ps1` runs it, and no profile. It has no time-out of its own: the signal ends the process.
 *
 * @throws {Silent} where there is no PowerShell, the script fails, or its answer does not fit the schema; the signal's reason, once
 * it is called off.
 *
 * @example
 * const service = z.strictObject({ status: z.string().nullable() });
 * const script = new URL('./serviceRuns.ps1', import.meta.url);
 * const { status } = await askPowerShell(script, {}, service, settings, signal);
 */
export async function askPowerShell<T>(
  script: URL,
  asked: Readonly<Record<string, unknown>>,
  schema: z.ZodType<T>,
  { powershell = process.platform === 'win32' ? 'powershell.exe' : undefined }: PowerShellSettings,
  signal: AbortSignal,
): Promise<T> {
  if (powershell === undefined) throw new Silent('This can only be seen on the Windows server itself.');
  const { printed, complaint } = await run(
    powershell,
    [...options, fileURLToPath(wrapper), ...argumentsFor(script, asked)],
    signal,
  );
  const answer = lastObject(printed);
  if (answer === undefined && complaint !== '') throw new Silent(`PowerShell gave no answer: ${complaint}`);
  if (printed.trim() === '') throw new Silent('PowerShell said nothing.');
  return parse(printed, schema);
}

/**
 * The answer in what PowerShell printed, held against `schema`; `Silent` for anything else, or where the script could not answer.
 */
export function parse<T>(printed: string, schema: z.ZodType<T>): T {
  const answer = lastObject(printed);
  const failure = failed.safeParse(answer);
  if (failure.success) throw new Silent(`PowerShell gave no answer: ${failure.data.failed}`);
  const read = schema.safeParse(answer);
  if (!read.success) throw new Silent('What PowerShell said was not understood.', { cause: read.error });
  return read.data;
}

/** There is no answer to be had from PowerShell here. The message says why, in sentences that stand in a finding as they are. */
export class Silent extends Error {}

/**
 * A finding that needs PowerShell; where it is silent, a warning that says why and how to look `byHand`.
 *
 * @example
 * return unlessSilent(async () => judge(await askPowerShell(script, {}, facts, settings, signal)), 'On the server, run winver.');
 */
export async function unlessSilent(find: () => Promise<Finding>, byHand: string): Promise<Finding> {
  return find().catch((error: unknown) => {
    if (error instanceof Silent) return unavailable(`${error.message} ${byHand}`);
    throw error;
  });
}

/**
 * A list as PowerShell writes it: Windows PowerShell gives some as `{"value":[…],"Count":n}`, where its own type data has added
 * `Count` to the array.
 */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.union([z.array(item), z.strictObject({ value: z.array(item), Count: z.int() }).transform(({ value }) => value)]);
}

const wrapper = new URL('./ask.ps1', import.meta.url);
const options = ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File'];

function argumentsFor(script: URL, asked: object): string[] {
  // In Base64 nothing is left that a command line could take amiss.
  return ['-Script', fileURLToPath(script), '-Asked', Buffer.from(JSON.stringify(asked)).toString('base64')];
}

/** By files rather than pipes: a process that PowerShell leaves behind would keep a pipe open. */
async function run(program: string, args: readonly string[], signal: AbortSignal) {
  const folder = await mkdtemp(join(tmpdir(), 'mim-setup-'));
  try {
    const [out, err] = [join(folder, 'out'), join(folder, 'err')];
    await runInto(out, err, program, args, signal);
    return { printed: await readFile(out, 'utf8'), complaint: complaintIn(await readFile(err, 'utf8')) };
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

async function runInto(out: string, err: string, program: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  const files = await Promise.all([open(out, 'w'), open(err, 'w')]);
  try {
    const [output, complaints] = files.map(({ fd }) => fd);
    await new Promise<void>((resolve, reject) => {
      spawn(program, args, { stdio: ['ignore', output, complaints], windowsHide: true, signal })
        .once('error', (cause) =>
          reject(signal.aborted ? signal.reason : new Silent('PowerShell does not start here.', { cause })),
        )
        .once('exit', () => resolve());
    });
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

/** Why our script could not answer, as `ask.ps1` says it. */
const failed = z.strictObject({ failed: z.string() });

/** The last line that is an object of JSON: profiles, modules and programs print what they like before it. */
function lastObject(printed: string): unknown {
  const line = printed
    .split(/\r?\n/)
    .map((one) => one.replace(/^\uFEFF/, '').trim())
    .findLast((one) => one.startsWith('{'));
  try {
    return line === undefined ? undefined : JSON.parse(line);
  } catch {
    return undefined;
  }
}
