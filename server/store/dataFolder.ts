import { join, resolve } from 'node:path';
import { lockFolder } from './folderLock.ts';
import { makePrivateFolder } from './privateFolder.ts';

/** The folder that holds everything the service keeps, owned by one process at a time. */
export interface DataFolder {
  readonly path: string;
  readonly database: string;
  readonly jobs: string;
  /** False where others could not be kept out of it. */
  readonly isPrivate: boolean;
  /** Aborts where another process has taken the folder, though this one did not let it go: its lock was deleted. */
  readonly taken: AbortSignal;
  release(): void;
}

/** Another process owns the data folder. */
export class FolderInUse extends Error {
  constructor(path: string) {
    super(
      `The data folder ${path} is in use by another mim-setup. Talk to that one with --url, or choose another folder with MIM_SETUP_DATA.`,
    );
    this.name = 'FolderInUse';
  }
}

/**
 * Takes a data folder for this process. The system releases the lock when the process ends, however it ends.
 *
 * @throws {FolderInUse}
 */
export function ownDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  const jobs = join(path, 'jobs');
  const isPrivate = makePrivateFolder(path) && makePrivateFolder(jobs);
  const lock = lockFolder(join(path, 'lock.db'));
  if (!lock) throw new FolderInUse(path);
  return { path, database: join(path, 'mim-setup.db'), jobs, isPrivate, taken: lock.taken, release: lock.release };
}
