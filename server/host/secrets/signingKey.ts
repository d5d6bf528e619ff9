import { createPrivateKey, hkdfSync, type KeyObject } from 'node:crypto';

/** The key by which this service signs, Ed25519: the same as long as the master key is, and of no use for anything that is sealed. */
export function signingKey(master: Buffer): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), 'mim-setup audit trail', 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

/** What stands before the 32 bytes of a private key (RFC 8410, 7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
