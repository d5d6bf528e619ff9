import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Writes a whole file or nothing, readable by this user alone: who reads it meanwhile sees the one before or the new one. */
export async function writeWhole(path: string, content: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.new`;
  try {
    await writeFile(draft, content, { mode: 0o600, flush: true });
    await replace(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** The same, of a value as JSON. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeWhole(path, JSON.stringify(value));
}

/** What the file holds, as `parse` takes it; null where there is none, or it was cut off by a crash. */
export async function readJson<T>(path: string, parse: (value: unknown) => T | null): Promise<T | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Renames over what is there. Windows refuses while somebody reads it: it is tried so many times, 50 milliseconds apart. */
export async function replace(from: string, to: string, attempts = 20): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (attempts <= 1 || !(code === 'EPERM' || code === 'EACCES' || code === 'EBUSY')) throw error;
    await sleep(50);
    await replace(from, to, attempts - 1);
  }
}
