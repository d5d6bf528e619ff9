import type { Waiting } from './step.ts';

/** Who makes calls in this process. */
export interface Worker {
  /** Only calls asked for at this place are made; null for those that may be made anywhere. */
  readonly place: string | null;
  /**
   * Makes one call, and commits its outcome as a step whose `ended` is the claim. Where that ends without the outcome having been
   * taken, and without `signal` having aborted, the call is made again later.
   *
   * @param signal aborts when nobody waits for the call any more, or another process has taken it over, or the work stops: whatever
   * comes out of it does not count.
   */
  make(claimed: Claimed, signal: AbortSignal): Promise<void>;
}

/** A call that this process makes. It is kept alive as long as it is being made; a process that dies or hangs loses it. */
export interface Claimed extends Waiting {
  /** Names this very making: the outcome of an earlier one no longer counts. */
  readonly claim: string;
  /** Whether it was begun before, and cut off. */
  readonly again: boolean;
}

/** Work that goes on until it is stopped. */
export interface Working {
  /** Calls off what this worker makes, waits for its end, and leaves it to be taken up. */
  stop(): Promise<void>;
}

/** Within this time (milliseconds) the calls of a process that died, hangs or was cut off are taken over by another. */
export const takeOver = 30_000;
