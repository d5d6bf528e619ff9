import { spawn } from 'node:child_process';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Problem } from '../../../machines/vocabulary/problems.ts';
import { writeJson } from '../jsonFile.ts';
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
 * has the job, the other ends. The order, with its secrets, is handed over as an open file that has no name any more.
 */
export async function startJob(folder: JobFolder, job: JobDescription, order: Order): Promise<void> {
  await mkdir(folder.path, { recursive: true, mode: 0o700 });
  await forgetOrders(folder);
  await rm(folder.process, { force: true });
  await writeJson(folder.job, job.description);
  const path = join(folder.path, `${orderName}${crypto.randomUUID()}`);
  const handedOver = await open(path, 'wx+', 0o600);
  try {
    await rm(path, { maxRetries: 5 });
    await handedOver.write(JSON.stringify(order), 0);
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

const program = fileURLToPath(new URL('./launcher.ts', import.meta.url));
const orderName = 'order-';

/** Returns when a launcher has said that it is at work, or its own has ended, which then was not needed or was no good. */
async function takenUp(folder: JobFolder, gone: AbortSignal): Promise<void> {
  for (;;) {
    const last = gone.aborted;
    if ((await readProcess(folder)) || (await readExit(folder))) return;
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
