import { type FileHandle, open, stat, truncate } from 'node:fs/promises';

/** Null where there is none. */
export async function openIfThere(path: string): Promise<FileHandle | null> {
  return await open(path, 'r').catch(nullIfMissing);
}

/** Bytes; null where there is none. */
export async function sizeOf(path: string): Promise<number | null> {
  return (await stat(path).catch(nullIfMissing))?.size ?? null;
}

/** Takes away what is past a length in bytes. */
export async function cut(path: string, length: number): Promise<void> {
  if (((await sizeOf(path)) ?? 0) > length) await truncate(path, length);
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
