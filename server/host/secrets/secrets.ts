import { createHash, createHmac, hkdfSync, type KeyObject, randomUUID } from 'node:crypto';
import { mapSecretRefs } from '../../../machines/answers/secretFields.ts';
import { NewSecret, type SecretRef } from '../../../machines/vocabulary/secret.ts';
import type { Step } from '../../store/step.ts';
import type { Store } from '../../store/store.ts';
import { journalKey } from './journalKey.ts';
import { secretsIn } from './secretsIn.ts';
import { signingKey } from './signingKey.ts';
import { newDataKey, openVault, type Vault } from './vault.ts';

type Sealed = Step['sealed'][number];

/** Seals a text: a reference that stands for it, and what is to be kept with the step that brings it. */
export type Seal = (text: string) => { readonly ref: SecretRef; readonly sealed: Sealed };

/** Seals what comes in before the chart sees it, and opens it at the moment of the call that needs it. */
export class Secrets {
  readonly #store: Pick<Store, 'dataKey' | 'sealed'>;
  readonly #master: Buffer;
  /** The key by which entries of journals are sealed. */
  readonly journalKey: KeyObject;

  constructor(store: Pick<Store, 'dataKey' | 'sealed'>, master: Buffer) {
    this.#store = store;
    this.#master = master;
    this.journalKey = journalKey(master);
  }

  /** The key by which what is taken out is signed. */
  get signingKey(): KeyObject {
    return signingKey(this.#master);
  }

  /** The key by which sessions are signed that were begun with this token. */
  sessionKey(token: string): Buffer {
    const salt = createHash('sha256').update(token).digest();
    return Buffer.from(hkdfSync('sha256', this.#master, salt, 'mim-setup session', 32));
  }

  newKey(installation: string): Buffer {
    return newDataKey(this.#master, installation);
  }

  /**
   * How secrets of an installation are sealed.
   *
   * @param wrapped its data key, where it is not kept yet.
   */
  async sealFor(installation: string, wrapped?: Uint8Array): Promise<Seal> {
    const vault = wrapped ? openVault(this.#master, installation, wrapped) : await this.#vault(installation);
    return (text) => {
      const id = randomUUID();
      return { ref: { secret: id }, sealed: { id, sealed: vault.seal(id, text) } };
    };
  }

  /** A copy with each secret that a service has come by sealed. */
  async sealNew<T>(installation: string, output: T): Promise<{ readonly value: T; readonly sealed: readonly Sealed[] }> {
    const sealed: Sealed[] = [];
    if (!holdsNew(output)) return { value: output, sealed };
    const seal = await this.sealFor(installation);
    const walk = (value: unknown): unknown => {
      if (value instanceof NewSecret) {
        const one = seal(value.reveal());
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
  async open(installation: string, input: unknown): Promise<unknown> {
    const texts = await this.#texts(installation, [...secretsIn(input)]);
    return mapSecretRefs(input, ({ secret }) => {
      const text = texts.get(secret);
      if (text === undefined) throw new Error(`The secret ${secret} is not kept.`);
      return text;
    });
  }

  /** Tells two texts apart without keeping what may hold a secret: nobody without the master key can try texts against it. */
  digest(text: string): string {
    return createHmac('sha256', this.#master).update(text).digest('hex');
  }

  /** The texts of the secrets that a value refers to, as far as they are still kept. */
  async textsIn(installation: string, value: unknown): Promise<string[]> {
    return [...(await this.#texts(installation, [...secretsIn(value)])).values()];
  }

  async #texts(installation: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const kept = await this.#store.sealed(installation, ids);
    if (kept.size === 0) return new Map();
    const vault = await this.#vault(installation);
    return new Map([...kept].map(([id, sealed]) => [id, vault.open(id, sealed)]));
  }

  async #vault(installation: string): Promise<Vault> {
    const wrapped = await this.#store.dataKey(installation);
    if (!wrapped) throw new Error('The secrets of this installation are destroyed.');
    return openVault(this.#master, installation, wrapped);
  }
}

function holdsNew(value: unknown): boolean {
  if (value instanceof NewSecret) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNew);
}
