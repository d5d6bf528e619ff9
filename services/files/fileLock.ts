import { DatabaseSync } from 'node:sqlite';

/** Holds a lock on a file. The operating system gives it back when the process ends, however it ends. */
export interface FileLock {
  /** Gives the lock back; once. */
  release(): void;
}

/**
 * Takes the lock on this file, making the file where there is none; null where another process holds it. SQLite's exclusive
 * transaction is the lock: the one lock on Windows and elsewhere that comes with Node and does not outlive its process.
 * Its folder has to exist.
 *
 * @param patience how long to wait for it, milliseconds; this process does nothing else meanwhile.
 *
 * @example
 * const lock = tryLock(join(folder, 'data.lock'));
 * if (!lock) throw new Error('Another process works in this folder.');
 */
export function tryLock(path: string, patience = 0): FileLock | null {
  const database = new DatabaseSync(path);
  try {
    database.exec(`pragma busy_timeout = ${patience}; begin exclusive`);
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return {
    release() {
      database.exec('rollback');
      database.close();
    },
  };
}

/** Whether some process holds the lock. It makes the file where there is none. */
export function isLocked(path: string): boolean {
  const lock = tryLock(path);
  lock?.release();
  return lock === null;
}

const busy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy;
}
