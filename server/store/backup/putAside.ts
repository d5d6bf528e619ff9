import { existsSync, renameSync, statSync } from 'node:fs';

/** The parts of a database file; the last one counts its commits. */
const parts = ['', '-wal', '-shm', '-commits'];

/**
 * Gives a database file, with all that belongs to it, another name beside the first.
 *
 * @returns that name; nothing, where there is no file, or it is empty.
 */
export function putAside(file: string, at: Date): string | undefined {
  if (!existsSync(file) || statSync(file).size === 0) return undefined;
  const aside = `${file}.before-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  for (const part of parts) if (existsSync(file + part)) renameSync(file + part, aside + part);
  return aside;
}
