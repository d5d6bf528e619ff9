import { Refusal } from '../host/refusal.ts';

/** How fast an address may have tokens refused. */
export interface Allowance {
  /** At once. */
  readonly burst: number;
  /** Milliseconds until one more. */
  readonly every: number;
}

const usual: Allowance = { burst: 10, every: 6000 };
/** Addresses that are remembered, so that memory stays bounded whoever asks. */
const mostAddresses = 10_000;

/** Hears of each token that is refused, and at once; `limited` where it was not looked at. */
export type RefusalListener = (about: { readonly address: string; readonly limited: boolean }) => void;

/** Too many tokens from the address were refused to look at one more. */
export class TooManyRefused extends Refusal {
  /** Seconds. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super('too-many-refused', `Too many tokens from this address were refused. Wait ${retryAfter} seconds.`);
    this.retryAfter = retryAfter;
  }
}

/** Counts the tokens that were refused to each address, so that none can be guessed fast: at every door the same ones. */
export class RefusedTokens {
  readonly #heard: RefusalListener;
  readonly #allowance: Allowance;
  readonly #now: () => number;
  /** When the last refusal of an address is forgotten, milliseconds; the least recent one first. */
  readonly #forgottenAt = new Map<string, number>();
  /** Who has shown a token that is known, by address: whoever else guesses there does not lock them out. */
  readonly #welcome = new Map<string, Set<string>>();

  #count = 0;

  constructor(heard: RefusalListener, allowance: Allowance = usual, now: () => number = Date.now) {
    this.#heard = heard;
    this.#allowance = allowance;
    this.#now = now;
  }

  /** How many were refused so far, those among them that were not looked at. */
  get count(): number {
    return this.#count;
  }

  /** Notes a refusal. */
  refused(address: string): void {
    this.#tell({ address, limited: false });
    const { every } = this.#allowance;
    const until = Math.max(this.#forgottenAt.get(address) ?? 0, this.#now()) + every;
    this.#forgottenAt.delete(address);
    this.#forgottenAt.set(address, until);
    forgetOldest(this.#forgottenAt);
  }

  /** Notes that a token of this name was shown. */
  taken(address: string, name: string): void {
    const names = this.#welcome.get(address) ?? new Set();
    this.#welcome.set(address, names.add(name));
    forgetOldest(this.#welcome);
  }

  /** @throws {TooManyRefused} where a token from this address is not looked at yet; `name` is that of whose it is. */
  expectRoom(address: string, name?: string): void {
    const wait = this.waitOf(address, name);
    if (wait === 0) return;
    this.#tell({ address, limited: true });
    throw new TooManyRefused(wait);
  }

  /** Seconds until a token from this address is looked at again; 0 where it is now. */
  waitOf(address: string, name?: string): number {
    if (name !== undefined && this.#welcome.get(address)?.has(name)) return 0;
    const { burst, every } = this.#allowance;
    const over = (this.#forgottenAt.get(address) ?? 0) - this.#now() - (burst - 1) * every;
    return over > 0 ? Math.ceil(over / 1000) : 0;
  }

  #tell(about: Parameters<RefusalListener>[0]): void {
    this.#count += 1;
    this.#heard(about);
  }
}

function forgetOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (map.size > mostAddresses && oldest !== undefined) map.delete(oldest);
}
