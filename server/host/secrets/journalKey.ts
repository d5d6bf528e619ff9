import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** The key by which the entries of journals are sealed: the same as long as the master key is, and of no use for anything else. */
export function journalKey(master: Buffer): KeyObject {
  // As an object: to make one of bytes for each seal would cost more than the seal.
  return createSecretKey(Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), 'mim-setup journal', 32)));
}
