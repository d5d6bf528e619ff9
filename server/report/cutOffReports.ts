import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** How the file of a log is called while it comes in. */
export const incomingName = 'report-';

/** Deletes what reports have left whose taking was cut off with the process: nobody was told that they were taken. */
export async function forgetCutOffReports(jobsFolder: string): Promise<void> {
  for (const installation of await readdir(jobsFolder, { withFileTypes: true })) {
    if (!installation.isDirectory()) continue;
    const folder = join(jobsFolder, installation.name);
    const left = (await readdir(folder)).filter((name) => name.startsWith(incomingName));
    await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
  }
}
