import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds: how long to go on in all, and how long to wait between attempts, doubling from the first to the longest. */
export interface Patience {
  readonly limit: number;
  readonly firstWait: number;
  readonly longestWait: number;
}

/** Repeats `attempt` while it fails for being too early, and gives up with its last error when the patience is over. */
export async function retryWhileTooEarly<T>(
  attempt: () => Promise<T>,
  isTooEarly: (error: unknown) => boolean,
  { limit, firstWait, longestWait }: Patience,
  signal: AbortSignal,
): Promise<T> {
  const end = performance.now() + limit;
  for (let pause = firstWait; ; pause = Math.min(pause * 2, longestWait)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isTooEarly(error) || performance.now() + pause > end) throw error;
    }
    await wait(pause, undefined, { signal });
  }
}
