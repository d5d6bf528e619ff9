/** How long to pause between tries, milliseconds. */
export interface Pauses {
  /** After the first try. */
  readonly first: number;
  /** However many tries there were. */
  readonly longest: number;
}

/**
 * How long to pause, milliseconds, after this many tries that have failed before: twice as long each time, and never longer than the
 * longest.
 *
 * @example
 * growingPause(0, { first: 50, longest: 5000 }); // 50
 * growingPause(9, { first: 50, longest: 5000 }); // 5000
 */
export function growingPause(failuresBefore: number, { first, longest }: Pauses): number {
  return Math.min(first * 2 ** failuresBefore, longest);
}
