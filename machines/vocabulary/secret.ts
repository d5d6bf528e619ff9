import type { z } from 'zod';

/**
 * What a field declared secret holds once it is sealed: a reference to the sealed text. The chart, the journal and every view
 * know nothing else of it.
 */
export interface SecretRef {
  readonly secret: string;
}

/** What marks the text of a field that is declared secret (`secret()` in `pages/fieldKinds.ts`), for the types alone. */
export type SecretBrand = 'Secret';

type SecretText = string & z.core.$brand<SecretBrand>;

/** A type as the chart holds it: each secret is a reference. */
export type Sealed<T> = Substitute<T, SecretRef>;
/** A type as a service sees it, at the moment of the call: each secret is its text. */
export type Opened<T> = Substitute<T, string>;

type Substitute<T, With> = T extends SecretText
  ? With
  : T extends readonly (infer Item)[]
    ? readonly Substitute<Item, With>[]
    : T extends object
      ? { readonly [Key in keyof T]: Substitute<T[Key], With> }
      : T;

/** Whether this is a reference to a sealed secret. */
export function isSecretRef(value: unknown): value is SecretRef {
  return typeof value === 'object' && value !== null && typeof (value as Partial<SecretRef>).secret === 'string';
}

/** A secret that a service has come by. The host seals it before the chart sees it. */
export class NewSecret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Its text, for the host to seal. */
  reveal(): string {
    return this.#text;
  }
}
