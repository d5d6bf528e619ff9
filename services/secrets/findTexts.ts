/** Where one of the texts stands in a text: first character, and the one behind the last. */
export type Place = readonly [start: number, end: number];

/**
 * Makes what finds all of these texts in another one, overlapping ones as one place. Its time grows with the text alone, however
 * many and however long the texts are (Aho and Corasick, "Efficient string matching", 1975), and there is no limit to either.
 * Places count UTF-16 code units, come in order, and do not overlap.
 *
 * @example
 * finderOf(['abc', 'cd'])('xabcdx'); // [[1, 5]]
 */
export function finderOf(texts: Iterable<string>): (text: string) => Place[] {
  const beginnings = linked(beginningsOf(texts));
  return (text) => {
    const found: Place[] = [];
    let at = root;
    for (let index = 0; index < text.length; index++) {
      at = step(beginnings, at, text.charCodeAt(index));
      const length = beginnings.longest[at]!;
      if (length > 0) add(found, index + 1 - length, index + 1);
    }
    return found;
  };
}

/** All beginnings of the texts, by number; the empty one is the root. */
interface Beginnings {
  /**
   * By character, whether a text begins with it: at the root, where most of the time is spent, nothing else has to be looked up.
   */
  readonly firsts: Uint8Array;
  /** The beginning that is one character longer, by `keyOf`. */
  readonly longer: Map<number, number>;
  /** Of each, the one that it is one character longer than, and that character. */
  readonly shorter: number[];
  readonly unit: number[];
  readonly length: number[];
  /**
   * The longest other beginning that each ends with, and the length of the longest text that it ends with; 0 where there is none.
   */
  readonly fallback: number[];
  readonly longest: number[];
}

const root = 0;

function beginningsOf(texts: Iterable<string>): Beginnings {
  const all: Beginnings = {
    firsts: new Uint8Array(0x10000),
    longer: new Map(),
    shorter: [root],
    unit: [0],
    length: [0],
    fallback: [root],
    longest: [0],
  };
  for (const text of texts) {
    let at = root;
    if (text !== '') all.firsts[text.charCodeAt(0)] = 1;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      const key = keyOf(at, unit);
      let next = all.longer.get(key);
      if (next === undefined) {
        next = all.shorter.push(at) - 1;
        all.unit.push(unit);
        all.length.push(index + 1);
        all.fallback.push(root);
        all.longest.push(0);
        all.longer.set(key, next);
      }
      at = next;
    }
    if (at !== root) all.longest[at] = text.length;
  }
  return all;
}

/** Links each beginning to its fallback, the shorter ones first. */
function linked(all: Beginnings): Beginnings {
  const order = [...all.length.keys()];
  order.sort((a, b) => all.length[a]! - all.length[b]!);
  for (const at of order) {
    const shorter = all.shorter[at]!;
    if (shorter !== root) all.fallback[at] = step(all, all.fallback[shorter]!, all.unit[at]!);
    all.longest[at] ||= all.longest[all.fallback[at]!]!;
  }
  return all;
}

/** The longest beginning that is there once a character has been added. */
function step({ firsts, longer, fallback }: Beginnings, from: number, unit: number): number {
  let at = from;
  for (;;) {
    if (at === root && firsts[unit] === 0) return root;
    const next = longer.get(keyOf(at, unit));
    if (next !== undefined) return next;
    if (at === root) return root;
    at = fallback[at]!;
  }
}

function keyOf(beginning: number, unit: number): number {
  return beginning * 0x10000 + unit;
}

/** Adds a place that ends behind all others; those that it overlaps become one with it. */
function add(found: Place[], start: number, end: number): void {
  let from = start;
  while (found.length > 0 && found.at(-1)![1] > from) from = Math.min(from, found.pop()![0]);
  found.push([from, end]);
}
