import { type Dirent, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The installer's log of one attempt, as it is shown: its secrets are masked in the file already. */
export interface InstallerLog {
  readonly name: string;
  readonly about: string;
  readonly path: string;
}

/** The logs of all attempts, made here or reported from elsewhere, that are in the folder of jobs. */
export async function installerLogs(jobsFolder: string, id: string): Promise<InstallerLog[]> {
  const folders: Dirent[] = await readdir(join(jobsFolder, id), { withFileTypes: true }).catch(() => []);
  return folders
    .filter((folder) => folder.isDirectory() && /^[1-9]\d*$/.test(folder.name))
    .map(({ name }) => Number(name))
    .toSorted((one, other) => one - other)
    .map((attempt) => ({
      name: `logs/attempt-${attempt}.txt`,
      about: `The installer’s log of attempt ${attempt}, redacted`,
      path: join(jobsFolder, id, String(attempt), 'log.txt'),
    }))
    .filter(({ path }) => existsSync(path));
}
