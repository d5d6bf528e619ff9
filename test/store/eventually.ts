import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something holds; what it says last, where it does not within the time (milliseconds). */
export async function eventually<T>(holds: () => Promise<T>, within = 20_000): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(10);
  }
}
