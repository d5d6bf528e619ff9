import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What is looked up in the registry of this computer. */
export interface RegistryQuestion {
  /** In full, such as `HKLM\SOFTWARE\Microsoft`. */
  readonly key: string;
  /** The one value that is asked for; all of the key's, left out. */
  readonly value?: string;
  /** The registry of 64-bit or of 32-bit programs; that of `reg` itself, left out. */
  readonly view?: 64 | 32;
}

/** How long the registry may take, and who ends it before. */
export interface RegistryLimits {
  /** Called off, the question is given up, and rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; 20 seconds unless told. */
  readonly timeout?: number;
  /** What runs in the place of Windows' `reg`: the program and its first arguments. */
  readonly program?: readonly string[];
}

/**
 * What `reg query` prints of a key or of its value (Microsoft Learn, "reg query"). Null where there is none; undefined where the
 * registry could not be asked, or gave no answer in time. However it ends, no process is left behind.
 *
 * @example
 * const printed = await queryRegistry({ key: 'HKLM\\SOFTWARE\\Contoso', value: 'Name' }, { signal });
 */
export async function queryRegistry(
  { key, value, view }: RegistryQuestion,
  { signal, timeout = 20_000, program = ['reg'] }: RegistryLimits = {},
): Promise<string | null | undefined> {
  const [file = '', ...before] = program;
  const args = ['query', key, ...(value === undefined ? [] : ['/v', value]), ...(view === undefined ? [] : [`/reg:${view}`])];
  const printed = await run(file, [...before, ...args], { signal, timeout, windowsHide: true }).then(
    ({ stdout }) => stdout,
    (error: { readonly code?: unknown }) => (error.code === notThere ? null : undefined),
  );
  signal?.throwIfAborted();
  return printed;
}

const run = promisify(execFile);

/** The exit code of `reg` where there is no such key or value. */
const notThere = 1;
