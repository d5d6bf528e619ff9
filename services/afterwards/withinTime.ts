import { Problem } from '../../machines/ports.ts';
import { type Finding, failed } from '../check.ts';

/**
 * Makes a probe that belongs to no page, and always ends: within `timeout` milliseconds, with a finding. A `Problem` is a failure
 * with its code. Only being called off, and a fault of ours, throws.
 */
export async function withinTime(
  timeout: number,
  signal: AbortSignal,
  find: (signal: AbortSignal) => Promise<Finding>,
): Promise<Finding> {
  const limit = AbortSignal.timeout(timeout);
  const limited = AbortSignal.any([signal, limit]);
  const ended = new Promise<never>((_, reject) => {
    limited.throwIfAborted();
    limited.addEventListener('abort', () => reject(limited.reason), { once: true });
  });
  return Promise.race([find(limited), ended]).catch((error: unknown) => {
    signal.throwIfAborted();
    if (limit.aborted) {
      return failed(
        'timed-out',
        `No answer came within ${timeout / 1000} seconds. See that the other side is well, then try again.`,
      );
    }
    if (error instanceof Problem) {
      return failed(error.code, error.message, error.cause instanceof Error ? { detail: error.cause.message } : {});
    }
    throw error;
  });
}
