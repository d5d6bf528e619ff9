import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FileLock, tryLock } from '../../files/fileLock.ts';
import type { JobFolder } from './jobFolder.ts';

/**
 * Waits until no other installer of ours runs on this host, whichever service has begun it, and takes the turn by a lock.
 *
 * @param path of the lock
 * @param interval between two tries, milliseconds
 * @param deadline when to give up, by the clock in milliseconds
 */
export async function takeTurn(
  path: string,
  { stop }: Pick<JobFolder, 'stop'>,
  interval: number,
  deadline: number,
): Promise<FileLock | 'stopped' | 'too late'> {
  await mkdir(dirname(path), { recursive: true });
  for (;;) {
    if (existsSync(stop)) return 'stopped';
    const turn = tryLock(path);
    if (turn) return turn;
    if (Date.now() >= deadline) return 'too late';
    await sleep(interval);
  }
}
