import type { InstallOutcome } from '../../machines/ports/installer.ts';
import type { JobFolder } from './job/jobFolder.ts';
import { readJson } from './jsonFile.ts';

/** What came of a job; null where that is not kept yet. Its form is not checked: this software alone writes it. */
export async function readOutcome(folder: JobFolder): Promise<InstallOutcome | null> {
  return await readJson(folder.outcome, (value) => value as InstallOutcome);
}
