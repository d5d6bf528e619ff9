import { statSync } from 'node:fs';
import { tryLock } from '../../services/files/fileLock.ts';

/** The lock of a folder, held for as long as this process lives, or until it is released. */
export interface FolderLock {
  /** Aborts where another process has it by now: its file was deleted or moved, and that one was first to make it anew. */
  readonly taken: AbortSignal;
  release(): void;
}

/** How often it is looked at, milliseconds: so long a second process could get in beside whoever deletes it. */
const looksEvery = 1000;

/** Takes the lock; null where another process has it. Elsewhere than on Windows an open file can be deleted: then it is made anew. */
export function lockFolder(path: string, every = looksEvery): FolderLock | null {
  let lock = tryLock(path);
  if (!lock) return null;
  let identity = identityOf(path);
  const taken = new AbortController();
  const look = () => {
    const now = identityOf(path);
    if (now === null || now === identity) return;
    const again = tryAgain(path);
    if (again === undefined) return;
    if (again === null) {
      clearInterval(looks);
      return taken.abort();
    }
    lock?.release();
    lock = again;
    identity = identityOf(path);
  };
  const looks = setInterval(look, every).unref();
  return {
    taken: taken.signal,
    release() {
      clearInterval(looks);
      lock?.release();
      lock = null;
    },
  };
}

/** Which file it is, whatever it is called; nothing, where there is none, and null where it can't be told now. */
function identityOf(path: string): string | undefined | null {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found && `${found.dev} ${found.ino}`;
  } catch {
    return null;
  }
}

/** Nothing where it can't be told now: the folder or its disk is away. */
function tryAgain(path: string) {
  try {
    return tryLock(path);
  } catch {
    return undefined;
  }
}
