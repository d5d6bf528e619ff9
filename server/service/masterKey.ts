import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textIn } from '../../services/files/textFile.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { ConfigurationError } from '../configuration/configurationError.ts';
import { parseMasterKey } from '../configuration/masterKey.ts';
import { markOf } from '../host/secrets/vault.ts';
import type { Store } from '../store/store.ts';
import { keyIn, makeKeyFile } from './keyFile.ts';
import { isSystemError } from './systemError.ts';

/**
 * The master key for secrets: the one that is configured, else the one of the data folder, which is made at first use.
 *
 * @throws {ConfigurationError} where the folder's file holds none or can't be read; or is missing, and secrets were sealed by it.
 */
export async function masterKeyOf(
  { key, keyFile }: Pick<Configuration, 'key' | 'keyFile'>,
  folder: string,
  store: Pick<Store, 'meta'>,
): Promise<Buffer> {
  const text = key ?? (keyFile && readable(keyFile, () => textIn(readFileSync(keyFile)) ?? ''));
  const given = text === undefined ? undefined : parseMasterKey(text);
  if (given) return given;
  const path = keyPathIn(folder);
  if (!existsSync(path)) {
    if ((await store.meta(mark)) !== undefined) throw new ConfigurationError([missing(path)]);
    makeKeyFile(path);
  }
  const kept = readable(path, () => keyIn(path));
  if (kept) return kept;
  throw new ConfigurationError([
    `key (MIM_SETUP_KEY): ${folder} has a file master.key that holds no key. Restore it from a backup: without it, kept secrets cannot be read.`,
  ]);
}

/** Whether a key was made in the data folder before. */
export function keyIsKept(folder: string): boolean {
  return existsSync(keyPathIn(folder));
}

/** A folder whose secrets were sealed by another key is not opened: nothing in it could be used, and much be spoilt. */
export async function checkKey(store: Store, key: Buffer, folder: string): Promise<void> {
  const own = markOf(key);
  if ((await store.agree(mark, own)) === own) return;
  throw new ConfigurationError([`key (MIM_SETUP_KEY): the secrets in ${folder} were sealed with another key. Give that one.`]);
}

/** @throws {ConfigurationError} where the system does not let it be read. */
function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new ConfigurationError([`key (MIM_SETUP_KEY): ${path} cannot be read (${error.code}). See to its permissions.`]);
  }
}

/** The name under which a store keeps the mark of the key that its secrets were sealed by. */
const mark = 'master key';

function keyPathIn(folder: string): string {
  return join(folder, 'master.key');
}

function missing(path: string): string {
  return `key (MIM_SETUP_KEY): ${path} is missing, and secrets were sealed by the key that was in it. Restore the file from a backup, or give the key by MIM_SETUP_KEY or MIM_SETUP_KEY_FILE. No other key was made: it would open none of them.`;
}
