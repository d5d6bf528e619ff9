import { type FileHandle, open, stat, truncate } from 'node:fs/promises';

/** Opens a file to read; null where there is none. */
export async function openIfThere(path: string): Promise<FileHandle | null> {
  return await open(path, 'r').catch(nullIfMissing);
}

/** The size of a file in bytes; null where there is none. */
export async function sizeOf(path: string): Promise<number | null> {
  return (await stat(path).catch(nullIfMissing))?.size ?? null;
}

/** Takes away what a file has past a length in bytes. */
export async function cut(path: string, length: number): Promise<void> {
  if (((await sizeOf(path)) ?? 0) > length) await truncate(path, length);
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
