import type { StoreUnavailable } from './unavailable.ts';

/** Whether this process may still use what is kept: once another has taken its place, it may not, for good. */
export class Ownership {
  /** Fulfilled once it may not. */
  readonly lost: Promise<StoreUnavailable>;
  #why: StoreUnavailable | undefined;
  #tell: (why: StoreUnavailable) => void = () => {};

  constructor() {
    this.lost = new Promise((resolve) => {
      this.#tell = resolve;
    });
  }

  /** @throws {StoreUnavailable} where another process has taken its place. */
  check(): void {
    if (this.#why) throw this.#why;
  }

  /** It may not from now on. @returns the first reason that was given for it. */
  lose(why: StoreUnavailable): StoreUnavailable {
    this.#why ??= why;
    this.#tell(this.#why);
    return this.#why;
  }
}
