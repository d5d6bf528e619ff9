import { isUtf8 } from 'node:buffer';
import { CodePageGuess } from './codePage.ts';

/** Up to where a log has been read: the first byte of the first line that is not complete yet, and how it is written. */
export interface LogPlace {
  readonly position: number;
  /**
   * Windows writes UTF-16LE with a byte order mark; other tools write UTF-16BE, or bytes: UTF-8, or a code page. Null until the
   * first bytes tell.
   */
  readonly encoding: 'utf-16le' | 'utf-16be' | 'bytes' | null;
  /** The code page of what is not UTF-8, as far as it has been found out. */
  readonly codePage: string | null;
}

/** Where a log begins, before its first bytes are read. */
export const startOfLog: LogPlace = { position: 0, encoding: null, codePage: null };

/**
 * Cuts the bytes of an installer's log into lines, however they arrive: a line, a character or a code unit may be split
 * between two pieces. What is kept of an incomplete line is bounded; the rest of a longer one is dropped.
 */
export class LineSplitter {
  #place: LogPlace;
  #pending = Buffer.alloc(0);
  /** Bytes of the incomplete line that were dropped. */
  #dropped = 0;
  readonly #codePage: CodePageGuess;

  constructor(place: LogPlace = startOfLog) {
    this.#place = place;
    this.#codePage = new CodePageGuess(place.codePage);
  }

  /** Where to go on reading after a restart. */
  get place(): LogPlace {
    return { ...this.#place, codePage: this.#codePage.label };
  }

  /** The lines that are complete with these bytes, without their ends. */
  push(bytes: Uint8Array): string[] {
    let rest = this.#pending.length > 0 ? Buffer.concat([this.#pending, bytes]) : Buffer.from(bytes);
    if (this.#place.encoding === null) {
      const found = beginning(rest);
      if (!found) {
        this.#pending = rest;
        return [];
      }
      this.#place = { ...startOfLog, position: found.mark, encoding: found.encoding };
      rest = rest.subarray(found.mark);
    }
    const lines: string[] = [];
    for (let end = this.#endOfLine(rest); end !== -1; end = this.#endOfLine(rest)) {
      lines.push(this.#text(rest.subarray(0, end)));
      this.#advance(end + this.#unit + this.#dropped);
      this.#dropped = 0;
      rest = rest.subarray(end + this.#unit);
    }
    this.#keep(rest);
    return lines;
  }

  /** The last line, where the log ended without a line end. */
  end(): string[] {
    if (this.#place.encoding === null) this.#place = { ...startOfLog, encoding: 'bytes' };
    const whole = this.#pending.length - (this.#pending.length % this.#unit);
    const line = this.#text(this.#pending.subarray(0, whole));
    this.#advance(this.#pending.length + this.#dropped);
    this.#pending = Buffer.alloc(0);
    this.#dropped = 0;
    return line === '' ? [] : [line];
  }

  get #unit(): 1 | 2 {
    return this.#place.encoding === 'bytes' ? 1 : 2;
  }

  #advance(bytes: number): void {
    this.#place = { ...this.#place, position: this.#place.position + bytes };
  }

  #endOfLine(bytes: Buffer): number {
    if (this.#unit === 1) return bytes.indexOf(0x0a);
    const lineFeed = this.#place.encoding === 'utf-16le' ? lineFeedLittle : lineFeedBig;
    let at = bytes.indexOf(lineFeed);
    while (at % 2 === 1) at = bytes.indexOf(lineFeed, at + 1);
    return at;
  }

  #text(bytes: Buffer): string {
    const text = this.#decoded(bytes);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  }

  #decoded(bytes: Buffer): string {
    if (this.#place.encoding === 'utf-16le') return bytes.toString('utf16le');
    if (this.#place.encoding === 'utf-16be') return Buffer.from(bytes).swap16().toString('utf16le');
    return isUtf8(bytes) ? bytes.toString('utf8') : this.#codePage.decode(bytes);
  }

  /** An even number of bytes goes, so that the code units of what follows stay aligned. */
  #keep(rest: Buffer): void {
    const surplus = Math.max(0, rest.length - longestLine) & ~1;
    this.#dropped += surplus;
    this.#pending = Buffer.concat([rest.subarray(0, longestLine), rest.subarray(longestLine + surplus)]);
  }
}

/** Bytes, an even number; what is looked at in one go, while others wait. */
const longestLine = 1 << 18;
const lineFeedLittle = Buffer.from([0x0a, 0x00]);
const lineFeedBig = Buffer.from([0x00, 0x0a]);

/** What the first bytes say; nothing, while there are too few of them. */
function beginning(bytes: Buffer): { encoding: NonNullable<LogPlace['encoding']>; mark: number } | null {
  if (bytes.length < 3) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (bytes[0] === 0) return { encoding: 'utf-16be', mark: 0 };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'bytes', mark: 3 };
  return { encoding: bytes[1] === 0 ? 'utf-16le' : 'bytes', mark: 0 };
}
