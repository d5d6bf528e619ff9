import { readFileSync } from 'node:fs';

/**
 * The text of a file as Windows and others write one: UTF-8 with a mark or without, UTF-16 in either order with its mark. Null where
 * it is none of these.
 */
export function textIn(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // UTF-16 without its mark is UTF-8 to a decoder, with a NUL in every other place.
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** A secret out of a file of its own, or why there is none in it, as words that follow the name of the file. */
export type SecretFile = { readonly secret: string } | { readonly problem: string };

/** The secret in a file: one line, without the line break that editors put at its end. */
export function secretIn(bytes: Uint8Array): SecretFile {
  const text = textIn(bytes)?.replace(/\r?\n$/, '');
  if (text === undefined) return { problem: 'is neither UTF-8 nor UTF-16 with its mark: save it as UTF-8.' };
  if (text === '') return { problem: 'is empty.' };
  if (/[\r\n]/.test(text)) return { problem: 'has more than one line: a secret is one.' };
  return { secret: text };
}

/** The secret in the file at a path. */
export function readSecretFile(path: string): SecretFile {
  try {
    return secretIn(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { problem: code === 'ENOENT' ? 'is not there.' : `cannot be read (${code}).` };
  }
}
