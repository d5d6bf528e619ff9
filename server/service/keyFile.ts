import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseMasterKey } from '../configuration/masterKey.ts';

/**
 * Makes a new master key, in a file that its owner alone may read. It is there whole, and survives the loss of power, before
 * anything is sealed by it: a key that is lost takes all secrets with it.
 */
export function makeKeyFile(path: string): void {
  // What a crash has left of an earlier attempt was never used.
  const unfinished = `${path}.new`;
  const file = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(file, `${randomBytes(32).toString('hex')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
  syncFolder(dirname(path));
}

/** The key in a file, which its owner alone may read from now on. Nothing, where it holds none. */
export function keyIn(path: string): Buffer | undefined {
  chmodSync(path, 0o600);
  return parseMasterKey(readFileSync(path, 'utf8'));
}

/** Makes a renaming durable. Windows opens no folders, and does so by itself. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
