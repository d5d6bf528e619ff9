import type { InstallOutcome } from '../../machines/ports/installer.ts';
import type { JobFolder } from './job/jobFolder.ts';
import { readJson } from './jsonFile.ts';

/** What came of a job, where that is kept already. Written by us alone. */
export async function readOutcome(folder: JobFolder): Promise<InstallOutcome | null> {
  return await readJson(folder.outcome, (value) => value as InstallOutcome);
}
