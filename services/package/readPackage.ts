import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { limits } from './limits.ts';
import type { PackageInfo } from './packageInfo.ts';
import type { Reading } from './readingThread.ts';
import { damaged, tooMuch, unsuitable } from './unsuitablePackage.ts';

/**
 * Reads what a Windows Installer package says of itself, on any platform. Whatever the file is, it ends within the limits of
 * time and memory: with the package's own words, or with a `Problem` of code `package-unsuitable` that says what to do. The
 * reading is done in a thread of its own, which can be ended, so that the service goes on answering meanwhile. Rejects with
 * the signal's reason when called off.
 *
 * @example
 * const { productVersion, features } = await readPackage('D:\\MIM\\Service and Portal.msi', { signal });
 */
export async function readPackage(path: string, { signal }: { readonly signal?: AbortSignal } = {}): Promise<PackageInfo> {
  await checkFile(path);
  signal?.throwIfAborted();
  const reading = await readInThread(path, signal);
  if ('problem' in reading) throw new Problem('package-unsuitable', reading.problem);
  return reading.info;
}

async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw unsuitable(
      cause.code === 'ENOENT' ? `There is no file ${path}.` : `The file ${path} cannot be read.`,
      'Check the path, and that the account of this service may read it.',
      { cause },
    );
  });
  if (!found.isFile()) throw unsuitable(`${path} is not a file.`, 'Name the file Service and Portal.msi itself.');
  if (found.size === 0) throw unsuitable(`The file ${path} is empty.`, 'Copy it from the installation media again.');
  if (found.size > limits.file) throw tooMuch(`it has ${Math.round(found.size / 2 ** 20)} MiB`);
}

function readInThread(path: string, signal: AbortSignal | undefined): Promise<Reading> {
  const worker = new Worker(new URL('./readingThread.ts', import.meta.url), {
    workerData: { path },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: limits.heap },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Reading>();
  const giveUp = setTimeout(() => reject(damaged('reading it does not come to an end')), limits.time);
  const callOff = () => reject(signal?.reason);
  signal?.addEventListener('abort', callOff, { once: true });
  worker.on('message', resolve);
  worker.on('error', (cause) => reject(problemOf(cause, path)));
  worker.on('exit', () => reject(damaged('reading it ended without a result')));
  return promise.finally(async () => {
    clearTimeout(giveUp);
    signal?.removeEventListener('abort', callOff);
    await worker.terminate();
  });
}

/** Only what the file can bring about is a problem of the package; anything else is a fault of ours, and is thrown as it is. */
function problemOf(cause: unknown, path: string): unknown {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return tooMuch('reading it takes too much memory');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY' || code === 'ENOENT') {
    return unsuitable(`The file ${path} cannot be read.`, 'Check that the account of this service may read it.', {
      cause,
    });
  }
  return cause;
}
