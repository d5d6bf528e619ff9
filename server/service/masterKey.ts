import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textIn } from '../../services/files/textFile.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { ConfigurationError } from '../configuration/configurationError.ts';
import { parseMasterKey } from '../configuration/masterKey.ts';
import { markOf } from '../host/secrets/vault.ts';
import type { Store } from '../store/store.ts';

/**
 * The master key for secrets: the one that is configured, else the one of the data folder.
 *
 * @throws {ConfigurationError} where the folder's file holds none.
 */
export function masterKeyOf({ key, keyFile }: Configuration, folder: string): Buffer {
  const text = key ?? (keyFile === undefined ? undefined : (textIn(readFileSync(keyFile)) ?? ''));
  const given = text === undefined ? undefined : parseMasterKey(text);
  const kept = given ?? keyOfDataFolder(folder);
  if (kept) return kept;
  throw new ConfigurationError([
    `key (MIM_SETUP_KEY): ${folder} has a file master.key that holds no key. Restore it from a backup: without it, kept secrets can not be read.`,
  ]);
}

/** Whether a key was made in the data folder before. */
export function keyIsKept(folder: string): boolean {
  return existsSync(join(folder, 'master.key'));
}

/** A folder whose secrets were sealed by another key is not opened: nothing in it could be used, and much be spoilt. */
export async function checkKey(store: Store, key: Buffer, folder: string): Promise<void> {
  const mark = markOf(key);
  if ((await store.agree('master key', mark)) === mark) return;
  throw new ConfigurationError([`key (MIM_SETUP_KEY): the secrets in ${folder} were sealed with another key. Give that one.`]);
}

/** The key kept in the data folder, made at first use, readable for its owner alone. Nothing, where its file holds none. */
function keyOfDataFolder(folder: string): Buffer | undefined {
  const path = join(folder, 'master.key');
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(path, 0o600);
  return parseMasterKey(readFileSync(path, 'utf8'));
}
