/**
 * Never fulfilled: it is rejected with the signal's reason once that aborts, at once where it already has. For `Promise.race` with
 * work that does not look at its signal.
 *
 * @example
 * await Promise.race([work(), untilCalledOff(signal)]);
 */
export function untilCalledOff(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
