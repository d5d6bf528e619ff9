import { createHmac, randomUUID } from 'node:crypto';
import { mapSecretRefs } from '../../../machines/answers/secretFields.ts';
import type { SecretRef } from '../../../machines/vocabulary/secret.ts';
import { NewSecret } from '../../../machines/vocabulary/secret.ts';
import type { PersistedSnapshot } from '../../store/snapshot.ts';
import type { Step } from '../../store/step.ts';
import type { Store } from '../../store/syncStore.ts';
import { newDataKey, openVault, type Vault } from './vault.ts';

type Sealed = Step['sealed'][number];

/** Seals what comes in before the chart sees it, and opens it at the moment of the call that needs it. */
export class Secrets {
  readonly #store: Store;
  readonly #master: Buffer;

  constructor(store: Store, master: Buffer) {
    this.#store = store;
    this.#master = master;
  }

  newKey(installation: string): Buffer {
    return newDataKey(this.#master, installation);
  }

  /** A reference that stands for the text, and what is to be kept with the step that brings it. */
  seal(installation: string, text: string): { readonly ref: SecretRef; readonly sealed: Sealed } {
    const id = randomUUID();
    return { ref: { secret: id }, sealed: { id, sealed: this.#vault(installation).seal(id, text) } };
  }

  /** A copy with each secret that a service has come by sealed. */
  sealNew<T>(installation: string, output: T): { readonly value: T; readonly sealed: readonly Sealed[] } {
    const sealed: Sealed[] = [];
    const walk = (value: unknown): unknown => {
      if (value instanceof NewSecret) {
        const one = this.seal(installation, value.reveal());
        sealed.push(one.sealed);
        return one.ref;
      }
      if (Array.isArray(value)) return value.map(walk);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
    };
    return { value: walk(output) as T, sealed };
  }

  /** A copy of a call's input with each secret as its text. */
  open(installation: string, input: unknown): unknown {
    return mapSecretRefs(input, ({ secret }) => {
      const sealed = this.#store.sealed(installation, secret);
      if (!sealed) throw new Error(`The secret ${secret} is not kept.`);
      return this.#vault(installation).open(secret, sealed);
    });
  }

  /** Tells two texts apart without keeping what may hold a secret: nobody without the master key can try texts against it. */
  digest(text: string): string {
    return createHmac('sha256', this.#master).update(text).digest('hex');
  }

  /** The texts of the secrets that a value refers to, as far as they are still kept. */
  textsIn(installation: string, value: unknown): string[] {
    const kept = [...refsIn(value)].filter((ref) => this.#store.sealed(installation, ref));
    return kept.map((secret) => String(this.open(installation, { secret })));
  }

  /** The secrets that were referred to before a step and no longer are. */
  unused(before: PersistedSnapshot | undefined, after: PersistedSnapshot, walk: string | null): string[] {
    const still = refsIn([after.context, walk && JSON.parse(walk)]);
    return [...refsIn(before?.context)].filter((ref) => !still.has(ref));
  }

  #vault(installation: string): Vault {
    const wrapped = this.#store.dataKey(installation);
    if (!wrapped) throw new Error('The secrets of this installation are destroyed.');
    return openVault(this.#master, installation, wrapped);
  }
}

function refsIn(value: unknown): Set<string> {
  const refs = new Set<string>();
  mapSecretRefs(value, ({ secret }) => {
    refs.add(secret);
    return null;
  });
  return refs;
}
