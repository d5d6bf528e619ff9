import { decoderOf } from './codepages.ts';
import { limits } from './limits.ts';
import { damaged, tooMuch } from './unsuitablePackage.ts';

/** All strings of a package: its tables hold their numbers, beginning with 1. */
export interface StringPool {
  readonly codepage: number;
  /** Bytes of a string's number in a table: 2, or 3 where there are many strings. */
  readonly referenceSize: 2 | 3;
  /** How many numbers there are; some of them stand for no string. */
  readonly count: number;
  /** The string of this number; throws a `Problem` where there is none. */
  text(number: number): string;
}

/** Reads `_StringPool`, which has the lengths, and `_StringData`, which has the bytes one after the other. */
export function readStringPool(pool: Uint8Array, data: Uint8Array): StringPool {
  if (pool.length < 4 || pool.length % 4 !== 0) throw damaged('its list of strings is cut off');
  if (pool.length / 4 > limits.stringCount) throw tooMuch('it has too many strings');
  if (data.length > limits.strings) throw tooMuch('its strings take too much room');
  const view = new DataView(pool.buffer, pool.byteOffset, pool.length);
  const head = view.getUint32(0, true);
  const codepage = head & 0x7fffffff;
  const ends = endsOf(view, data.length);
  const decode = decoderOf(codepage);
  const decoded: string[] = [];
  return {
    codepage,
    referenceSize: head >>> 31 ? 3 : 2,
    count: ends.length - 1,
    text(number) {
      const end = ends[number];
      if (number < 1 || end === undefined) throw damaged('a table refers to a string that is not there');
      decoded[number] ??= decode(data.subarray(ends[number - 1], end));
      return decoded[number];
    },
  };
}

/**
 * Where each string ends. A string of 64 KiB or more takes two entries, the first with length 0; tools differ in which of the
 * second's words is the high one, so the reading that adds up to the data counts.
 */
function endsOf(view: DataView, total: number): readonly number[] {
  for (const long of [highWordFirst, highWordLast]) {
    const ends = addUp(view, long);
    if (ends.at(-1) === total) return ends;
  }
  throw damaged('its strings do not add up');
}

type LongLength = (view: DataView, at: number) => number;
const highWordFirst: LongLength = (view, at) => view.getUint16(at + 2, true) * 65536 + view.getUint16(at + 4, true);
const highWordLast: LongLength = (view, at) => view.getUint16(at + 6, true) * 65536 + view.getUint16(at + 4, true);

function addUp(view: DataView, long: LongLength): number[] {
  const ends = [0];
  let end = 0;
  for (let at = 4; at < view.byteLength; at += 4) {
    const length = view.getUint16(at, true);
    const isLong = length === 0 && view.getUint16(at + 2, true) !== 0;
    if (isLong && at + 8 > view.byteLength) throw damaged('its list of strings is cut off');
    end += isLong ? long(view, at) : length;
    if (isLong) at += 4;
    ends.push(end);
  }
  return ends;
}
