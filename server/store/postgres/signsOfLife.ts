import type { CallQueue, Fetched } from './callQueue.ts';
import { claimOf } from './stepParts.ts';

/** A call that this process makes. */
interface Made {
  readonly attempt: Fetched['attempt'];
  readonly queue: string;
  readonly abort: AbortController;
}

/**
 * Tells the queue that calls are still being made here; those that are another process's by now are called off.
 *
 * @param making by their claims, as it changes meanwhile: whatever has ended is not called off.
 */
export async function giveSignsOfLife(calls: CallQueue, making: ReadonlyMap<string, Made>): Promise<void> {
  for (const [queue, made] of Map.groupBy(making.values(), (one) => one.queue)) {
    try {
      const lost = await calls.keepAlive(
        queue,
        made.map(({ attempt }) => attempt),
      );
      for (const attempt of lost) making.get(claimOf(attempt))?.abort.abort();
    } catch {
      // Cut off from the database: the next sign tells whose they are, and what comes of those that are another's does not count.
    }
  }
}
