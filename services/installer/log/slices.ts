import { setImmediate as next } from 'node:timers/promises';

/**
 * Parts lines into slices of a few milliseconds' work, and lets the rest of this process have its turn after each: reading a log of
 * millions of lines keeps nobody waiting.
 */
export async function* slices(lines: readonly string[]): AsyncGenerator<readonly string[]> {
  for (let from = 0; from < lines.length; await next()) {
    let to = from;
    for (let work = 0; to < lines.length && work < mostWork; to++) work += lines[to]!.length + perLine;
    yield lines.slice(from, to);
    from = to;
  }
}

/** Characters; the work that a line makes grows with its length, and a line of none makes as much as this many. */
const mostWork = 1 << 15;
const perLine = 100;
