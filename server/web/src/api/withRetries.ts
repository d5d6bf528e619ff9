import { Refused } from './request.ts';

const most = 3;
const pause = 500;

/** Tries again where the service did not answer; `once` sees to it that nothing is done twice. */
export async function withRetries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= most || !(error instanceof Refused) || error.code !== 'unreachable') throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** A header by which the service knows a repeated request. `crypto.randomUUID` is there on secure origins alone. */
export function once(): { readonly 'Idempotency-Key': string } {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return { 'Idempotency-Key': bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}
