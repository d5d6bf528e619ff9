import { expect } from 'vitest';

/**
 * Holds that the work grows with the size of its input and no faster: of an input four times as long it takes about four times as
 * much of the processor, where quadratic work would take sixteen. It is the processor's time that is compared, not the clock's, and
 * each size's least of several runs, so that neither a busy machine nor the compiler of the engine decides.
 */
export function expectLinear(size: number, prepare: (size: number) => () => void): void {
  const small = leastOf(prepare(size));
  const large = leastOf(prepare(4 * size));
  expect(large, `${large} µs against ${small} µs`).toBeLessThan(10 * Math.max(small, noise));
}

/** Microseconds below which nothing can be told apart. */
const noise = 3000;

function leastOf(work: () => void): number {
  const runs = Array.from({ length: 4 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...runs);
}
