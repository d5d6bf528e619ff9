import { setTimeout as wait } from 'node:timers/promises';
import { growingPause } from '../waiting/growingPause.ts';

/** Milliseconds: how long to go on in all, and how long to wait between attempts, doubling from the first to the longest. */
export interface Patience {
  readonly limit: number;
  readonly firstWait: number;
  readonly longestWait: number;
}

/**
 * Repeats `attempt` while it fails for being too early, such as where the directory has not replicated yet. Throws its last error
 * once the patience is over, any other error at once, and the signal's reason when called off between two attempts.
 */
export async function retryWhileTooEarly<T>(
  attempt: () => Promise<T>,
  isTooEarly: (error: unknown) => boolean,
  { limit, firstWait, longestWait }: Patience,
  signal: AbortSignal,
): Promise<T> {
  const end = performance.now() + limit;
  for (let tries = 0; ; tries++) {
    const pause = growingPause(tries, { first: firstWait, longest: longestWait });
    try {
      return await attempt();
    } catch (error) {
      if (!isTooEarly(error) || performance.now() + pause > end) throw error;
    }
    await wait(pause, undefined, { signal });
  }
}
