/**
 * The users who have signed in, by installation and by what for. They live in memory alone and end with the process: signing
 * in again is safer than keeping tokens.
 */
export class Sessions {
  readonly #caches = new Map<string, Map<string, string>>();

  /** What `keep` was given for it; undefined where nobody has signed in for it, or it was forgotten. */
  of(installation: string, purpose: string): string | undefined {
    return this.#caches.get(installation)?.get(purpose);
  }

  /** Remembers the tokens of a sign-in (`cache`, as MSAL writes it), in place of those before. */
  keep(installation: string, purpose: string, cache: string): void {
    const caches = this.#caches.get(installation) ?? new Map<string, string>();
    this.#caches.set(installation, caches.set(purpose, cache));
  }

  /** Forgets the sign-in for one purpose, or every one of the installation. */
  forget(installation: string, purpose?: string): void {
    if (purpose === undefined) this.#caches.delete(installation);
    else this.#caches.get(installation)?.delete(purpose);
  }
}
