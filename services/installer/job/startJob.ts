import { spawn } from 'node:child_process';
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Problem } from '../../../machines/vocabulary/problems.ts';
import { isLocked } from '../../files/fileLock.ts';
import { writeJson } from '../jsonFile.ts';
import { reasonOf } from '../trouble.ts';
import type { JobFolder } from './jobFolder.ts';
import { readExit, readProcess } from './jobFolder.ts';
import type { Order } from './launcherOrder.ts';

/** What a job is called, and what its folder says of it: nothing secret. */
export interface JobDescription {
  readonly jobsFolder: string;
  readonly installation: string;
  readonly attempt: number;
  readonly description: Readonly<Record<string, unknown>>;
}

/**
 * Starts the job's launcher, detached, and returns when it has taken the job up. Starting twice does no harm: one launcher
 * has the job, the other ends, and none runs an installer that one before it had come to. The order, with its secrets, is handed
 * over as an open file that has no name any more.
 *
 * @throws {Problem} where nothing was started.
 */
export async function startJob(folder: JobFolder, job: JobDescription, order: Order): Promise<void> {
  const handedOver = await prepare(folder, job, order).catch((error: unknown) => {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    throw new Problem('host-unsuitable', `Its job cannot be written down: ${reason}.`, { cause: error });
  });
  try {
    const launcher = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, job.jobsFolder, job.installation, String(job.attempt)],
      { detached: true, windowsHide: true, stdio: [handedOver.fd, 'ignore', 'ignore'] },
    );
    const gone = new AbortController();
    launcher.once('exit', () => gone.abort());
    launcher.once('error', (error) => gone.abort(error));
    launcher.unref();
    await takenUp(folder, gone.signal);
  } finally {
    await handedOver.close();
  }
}

/** Writes down what is to be run, and the order, which has no name any more when it is handed over. */
async function prepare(folder: JobFolder, job: JobDescription, order: Order): Promise<FileHandle> {
  await mkdir(folder.path, { recursive: true, mode: 0o700 });
  await forgetOrders(folder);
  await writeJson(folder.job, job.description);
  const path = join(folder.path, `${orderName}${crypto.randomUUID()}`);
  const handedOver = await open(path, 'wx+', 0o600);
  try {
    await rm(path, { maxRetries: 5 });
    const bytes = Buffer.from(JSON.stringify(order));
    // At its place: whoever is handed the file reads it from there.
    const { bytesWritten } = await handedOver.write(bytes, 0, bytes.length, 0);
    if (bytesWritten < bytes.length) throw Object.assign(new Error('Not all of the order was written.'), { code: 'ENOSPC' });
    return handedOver;
  } catch (error) {
    await handedOver.close();
    throw error;
  }
}

const program = fileURLToPath(new URL('./launcher.ts', import.meta.url));
const orderName = 'order-';

/** Returns when a launcher has said that it is at work, or its own has ended, which then was not needed or was no good. */
async function takenUp(folder: JobFolder, gone: AbortSignal): Promise<void> {
  for (;;) {
    const last = gone.aborted;
    const at = await readProcess(folder);
    if ((at && at.state !== 'waiting') || (await readExit(folder)) || isLocked(folder.alive)) return;
    if (last) {
      throw new Problem(
        'installer-failed',
        'The program that runs the installer could not be started, or ended before it had begun.',
        {
          cause: gone.reason,
        },
      );
    }
    await sleep(50);
  }
}

/** What a crash at the wrong moment may have left: it holds secrets. */
async function forgetOrders(folder: JobFolder): Promise<void> {
  const left = (await readdir(folder.path)).filter((name) => name.startsWith(orderName));
  await Promise.all(left.map((name) => rm(join(folder.path, name), { force: true })));
}
