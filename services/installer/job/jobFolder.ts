import { join } from 'node:path';
import { z } from 'zod';
import { Problem } from '../../../machines/vocabulary/problems.ts';
import { readJson } from '../jsonFile.ts';

/** The paths of what is known of a job, so that whoever comes later finds it. Nothing in it is secret but the original log. */
export interface JobFolder {
  readonly path: string;
  /** What is run, without secrets. It is there from the moment on when the job counts as begun. */
  readonly job: string;
  /** The launcher holds this lock as long as it lives. */
  readonly alive: string;
  readonly process: string;
  readonly exit: string;
  /** Its being there asks the launcher to stop. */
  readonly stop: string;
  readonly outcome: string;
  readonly log: { readonly original: string; readonly shown: string; readonly kept: string };
}

/** The folder of one run of the installer: `<jobs>/<installation>/<attempt>`. */
export function jobFolder(jobsFolder: string, { installation, attempt }: { installation: string; attempt: number }): JobFolder {
  if (!/^[A-Za-z0-9_-]{1,100}$/.test(installation) || !Number.isSafeInteger(attempt) || attempt < 1) {
    throw new Problem('installer-failed', 'This is not the name of an installation and the number of an attempt.');
  }
  const path = join(jobsFolder, installation, String(attempt));
  const log = join(path, 'installer.log');
  return {
    path,
    job: join(path, 'job.json'),
    alive: join(path, 'alive.lock'),
    process: join(path, 'process.json'),
    exit: join(path, 'exit.json'),
    stop: join(path, 'stop'),
    outcome: join(path, 'outcome.json'),
    log: { original: log, shown: join(path, 'log.txt'), kept: join(path, 'followed.json') },
  };
}

const processForm = z.object({
  /** Waiting for another installation, about to start, or running. */
  state: z.enum(['waiting', 'starting', 'running']),
  /** 1 for the first run of the installer; one more each time that another installation was in its way. */
  run: z.number(),
  /** The installer's process and when it started, milliseconds since 1970; null before it runs. */
  pid: z.number().nullable(),
  startedAt: z.number().nullable(),
});

/** What the launcher is at. */
export type JobProcess = z.output<typeof processForm>;

const exitForm = z.object({
  /** As Windows gave it; null where the installer was never run. */
  code: z.number().nullable(),
  /** Whether it had been asked to stop. */
  stopped: z.boolean(),
  /** Why it could not be run. */
  error: z.string().optional(),
  at: z.string(),
});

/** How the installer ended. */
export type JobExit = z.output<typeof exitForm>;

/** What the launcher is at; null before it has said so. */
export async function readProcess(folder: JobFolder): Promise<JobProcess | null> {
  return await readJson(folder.process, (value) => processForm.parse(value));
}

/** How the installer ended; null before it has. */
export async function readExit(folder: JobFolder): Promise<JobExit | null> {
  return await readJson(folder.exit, (value) => exitForm.parse(value));
}
