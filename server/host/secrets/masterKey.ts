import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads a master key of 32 bytes, written as 64 hexadecimal digits or as base64. */
export function parseMasterKey(text: string): Buffer | undefined {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return Buffer.from(trimmed, 'hex');
  const key = /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed) ? Buffer.from(trimmed, 'base64') : undefined;
  return key?.length === 32 ? key : undefined;
}

/** The key kept in the data folder, made at first use, readable for its owner alone. Nothing, where its file holds none. */
export function keyOfDataFolder(folder: string): Buffer | undefined {
  const path = join(folder, 'master.key');
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(path, 0o600);
  return parseMasterKey(readFileSync(path, 'utf8'));
}
