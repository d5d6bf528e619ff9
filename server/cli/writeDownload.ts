import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/**
 * Writes what comes into a file for its owner alone, which gets its name once all of it has come: one that breaks off leaves nothing,
 * and what had that name before stays. Tells its size, bytes.
 */
export async function writeDownload(content: AsyncIterable<Uint8Array>, path: string): Promise<number> {
  const coming = `${path}.${process.pid}.part`;
  const file = createWriteStream(coming, { mode: 0o600 });
  try {
    await pipeline(content, file);
    await rename(coming, path);
    return file.bytesWritten;
  } catch (error) {
    await rm(coming, { force: true });
    throw error;
  }
}
