import { say } from '../language/say.ts';
import { Refused } from './request.ts';

/**
 * The listing that a file holds, in UTF-8, or in UTF-16 as Windows PowerShell's `>` writes it. The service's `textIn` stands among
 * what opens files, which no browser can, and is strict about the encoding, which need not be here: what is no text is no JSON.
 *
 * @throws {Refused} where it is no JSON.
 */
export function listingIn(file: ArrayBuffer): unknown {
  const [first, second] = new Uint8Array(file);
  const text = new TextDecoder(first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8').decode(file);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refused(0, {
      code: 'malformed',
      title: say('This file is not a listing'),
      detail: say('Choose the file that mim-setup inspect --json has written.'),
    });
  }
}
