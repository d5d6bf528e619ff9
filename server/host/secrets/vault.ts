import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Seals and opens the secrets of one installation, by a key of its own that is itself sealed by the master key. */
export interface Vault {
  /** Seals a text under an id; it is opened under that id alone. */
  seal(id: string, text: string): Buffer;
  /** @throws where it was not sealed here, or has been changed. */
  open(id: string, sealed: Uint8Array): string;
}

/** A new data key, wrapped by the master key. Destroying it destroys every secret that it sealed. */
export function newDataKey(master: Buffer, installation: string): Buffer {
  return seal(master, `key:${installation}`, randomBytes(32));
}

/** The vault of an installation, by its wrapped data key. @throws where another master key has wrapped it, or for another one. */
export function openVault(master: Buffer, installation: string, wrapped: Uint8Array): Vault {
  const key = open(master, `key:${installation}`, wrapped);
  return {
    seal: (id, text) => seal(key, `${installation}:${id}`, Buffer.from(text, 'utf8')),
    open: (id, sealed) => open(key, `${installation}:${id}`, sealed).toString('utf8'),
  };
}

/** Tells the master key by a mark that does not reveal it. */
export function markOf(master: Buffer): string {
  return createHmac('sha256', master).update('mim-setup master key').digest('hex').slice(0, 16);
}

/** AES-256-GCM; `about` is bound to the text, so that it can't be passed off as another one. */
function seal(key: Buffer, about: string, text: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function open(key: Buffer, about: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
