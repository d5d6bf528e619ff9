import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { Call } from '../../machines/ports/call.ts';
import type { Services } from '../../machines/ports/services.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { isSecretRef, NewSecret } from '../../machines/vocabulary/secret.ts';
import { Installations } from '../../server/host/installations.ts';
import type { Outcome } from '../../server/host/transition.ts';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../server/store/store.ts';

/** A service call that waits for the test to end it. */
interface Pending {
  readonly installation: string;
  readonly service: keyof Services;
  readonly input: unknown;
  readonly signal: AbortSignal;
  resolve(output: unknown): void;
  reject(error: unknown): void;
}

/** A real host over a store, whose service calls end when and as the test says. */
export async function puppetHost(given?: Store, masterKey = randomBytes(32)) {
  const calls = new Calls();
  const faults: unknown[] = [];
  const report = (error: unknown) => void faults.push(error);
  const store = given ?? (await openSqliteStore({ path: ':memory:', report }));
  const installations = new Installations({
    store,
    masterKey,
    servicesFor: ({ id }) => servicesInto(calls, id),
    installsHere: true,
    report,
  });
  installations.start();
  return { installations, calls, faults, end, close };

  /** The call under way for an effect, of an installation or of any, ends like this; fulfilled once the installation has moved by it. */
  async function end(outcome: Outcome, installation?: string): Promise<void> {
    const call = await calls.underWay(outcome.type.replace(/^xstate\.(done|error)\.actor\./, ''), installation);
    calls.all.splice(calls.all.indexOf(call), 1);
    const stepped = once(installations.events, 'stepped');
    if ('error' in outcome) call.reject(new Problem(outcome.error.code, outcome.error.message));
    else call.resolve(withSecrets(outcome.output));
    await stepped;
  }

  /** Ends the host; what is still under way is called off. */
  function close(): Promise<void> {
    const closed = installations.close();
    for (const { reject } of calls.all) reject(new Error('called off'));
    return given ? closed : closed.then(() => store.close());
  }
}

/** The calls that were made, and not ended by the test. */
class Calls {
  readonly all: Pending[] = [];
  readonly #made = new EventEmitter<{ made: [] }>();

  add(call: Pending): void {
    this.all.push(call);
    this.#made.emit('made');
  }

  /** The last one for an effect, once it is made. */
  async underWay(effect: string, installation?: string): Promise<Pending> {
    const service = sideBySide[effect];
    for (;;) {
      const own = this.all.filter((call) => installation === undefined || call.installation === installation);
      const last = own.findLast((call) => !call.signal.aborted && (!service || call.service === service));
      if (last) return last;
      await once(this.#made, 'made', { signal: AbortSignal.timeout(10_000) });
    }
  }
}

/** Only these two run at the same time; of all others the last one is meant. */
const sideBySide: Readonly<Record<string, keyof Services>> = { installing: 'install', stopping: 'stopInstaller' };

function servicesInto(calls: Calls, installation: string): Services {
  const make =
    (service: keyof Services) =>
    (input: unknown, { signal }: Call) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        calls.add({ installation, service, input, signal, resolve, reject });
      });
  // What a promise hands over is asked for its `then`.
  return new Proxy({} as Services, { get: (_, name) => (name === 'then' ? undefined : make(name as keyof Services)) });
}

/** A service brings secrets as texts of their own, where a chart has references. */
function withSecrets(value: unknown): unknown {
  if (isSecretRef(value)) return new NewSecret(value.secret);
  if (Array.isArray(value)) return value.map(withSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withSecrets(inner)]));
}

export type PuppetHost = Awaited<ReturnType<typeof puppetHost>>;
