import { openAsBlob } from 'node:fs';
import { Misuse } from './surroundings.ts';

/** The longest log that the service takes, bytes. */
const longest = 64 * 1024 * 1024;

/**
 * Opens an installer's log; of one that is too long its last part, where the installer says how it ended. It is cut at an even
 * place, for Windows writes two bytes a character.
 *
 * @throws {Misuse} where it can't be read.
 */
export async function openLog(path: string): Promise<Blob> {
  const log = await openAsBlob(path).catch(() => {
    throw new Misuse(`The log ${path} cannot be read. Check the path.`);
  });
  const start = log.size - longest;
  return start > 0 ? log.slice(start + (start % 2)) : log;
}
