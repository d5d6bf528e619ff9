import type { Store } from '../store/store.ts';

/** Forgets requests with a key after a week, and sessions that are over, looked at by the hour. @returns what ends it. */
export function purgeExpired(store: Store, report: (error: unknown, about: object) => void): NodeJS.Timeout {
  const [hour, week] = [3_600_000, 7 * 24 * 3_600_000];
  const forget = async () => {
    const now = Date.now();
    await store.forgetAnswers(new Date(now - week).toISOString());
    await store.endedSessions.forget(new Date(now).toISOString());
  };
  return setInterval(() => void forget().catch((error: unknown) => report(error, {})), hour);
}
