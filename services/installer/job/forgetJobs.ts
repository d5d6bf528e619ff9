import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { jobFolder } from './jobFolder.ts';

/** Deletes what all runs of the installer for this installation have left: their logs and outcomes. */
export async function forgetJobs(jobsFolder: string, installation: string): Promise<void> {
  await rm(dirname(jobFolder(jobsFolder, { installation, attempt: 1 }).path), { recursive: true, force: true, maxRetries: 5 });
}
