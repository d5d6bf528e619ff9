import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Call } from '../../machines/ports/call.ts';
import type { Services } from '../../machines/ports/services.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { isSecretRef, NewSecret } from '../../machines/vocabulary/secret.ts';
import { Installations } from '../../server/host/installations.ts';
import type { Outcome } from '../../server/host/transition.ts';
import { Store } from '../../server/store/syncStore.ts';

/** A service call that waits for the test to end it. */
interface Pending {
  readonly service: keyof Services;
  readonly input: unknown;
  readonly signal: AbortSignal;
  resolve(output: unknown): void;
  reject(error: unknown): void;
}

/** A real host over a store, whose service calls end when and as the test says. */
export function puppetHost(store = new Store(':memory:'), masterKey = randomBytes(32)) {
  const calls: Pending[] = [];
  const faults: unknown[] = [];
  const installations = new Installations({
    store,
    masterKey,
    servicesFor: () => servicesInto(calls),
    installsHere: true,
    report: (error) => faults.push(error),
  });
  return { installations, calls, faults, end, close };

  /** The call under way for an effect ends like this; fulfilled once the installation has moved by it. */
  async function end(outcome: Outcome): Promise<void> {
    const service = sideBySide[outcome.type.replace(/^xstate\.(done|error)\.actor\./, '')];
    const last = calls.findLast((call) => !service || call.service === service);
    if (!last) throw new Error('No call is under way.');
    const moved = once(installations.events, 'moved');
    if ('error' in outcome) last.reject(new Problem(outcome.error.code, outcome.error.message));
    else last.resolve(withSecrets(outcome.output));
    await moved;
  }

  /** Ends the host; what is still under way is called off. */
  function close(): Promise<void> {
    const closed = installations.close();
    for (const { reject } of calls) reject(new Error('called off'));
    return closed;
  }
}

/** Only these two run at the same time; of all others the last one is meant. */
const sideBySide: Readonly<Record<string, keyof Services>> = { installing: 'install', stopping: 'stopInstaller' };

function servicesInto(calls: Pending[]): Services {
  return new Proxy({} as Services, {
    get:
      (_, service) =>
      (input: unknown, { signal }: Call) =>
        new Promise((resolve, reject) => {
          if (signal.aborted) return reject(signal.reason);
          calls.push({ service: service as keyof Services, input, signal, resolve, reject });
        }),
  });
}

/** A service brings secrets as texts of their own, where a chart has references. */
function withSecrets(value: unknown): unknown {
  if (isSecretRef(value)) return new NewSecret(value.secret);
  if (Array.isArray(value)) return value.map(withSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withSecrets(inner)]));
}

export type PuppetHost = ReturnType<typeof puppetHost>;
