import type { KeyObject } from 'node:crypto';
import { digestOf, type Link } from './rows.ts';
import { beginning, hasSeal, Unsealed, type WrittenEntry } from './seal.ts';

/** How far the seals of a journal vouch for it. */
export interface Vouched {
  /** The first entry that was sealed when it was written. Those before it count as they were found then. Null where none was. */
  readonly since: number | null;
  /** The first entry that is not as it was sealed. Nothing is said of those behind it. */
  readonly broken: Break | null;
}

/** Where a journal is not as it was sealed, and in what. */
export interface Break {
  readonly entry: number;
  /**
   * `changed`: it does not agree with its seal, or what it goes on from does not. `missing`: it is not there. `unsealed`: it has no
   * seal, though it was written when there were seals. `state`: the installation is not where this last entry has led it. `ahead`: the
   * installation was put back to where it was before it.
   */
  readonly reason: (typeof breakReasons)[number];
}

/** What there is of them; see {@link Break}. */
export const breakReasons = ['changed', 'missing', 'unsealed', 'state', 'ahead'] as const;

/** Where an installation stands by its own row. */
export interface End {
  readonly revision: number;
  readonly link: Link | null;
  /** Whether its state agrees with its digest. */
  readonly isSound: boolean;
}

/** Follows the entries of one installation, in order, and tells how far their seals vouch for them. */
export class Chain {
  readonly #key: KeyObject;
  readonly #unsealed = new Unsealed();
  #next = 1;
  #since: number | null;
  #link: Link | null = null;
  #broken: Break | null = null;

  /** @param allSealed whether there were seals when the installation was begun. */
  constructor(key: KeyObject, allSealed: boolean) {
    this.#key = key;
    this.#since = allSealed ? 1 : null;
  }

  add(entry: WrittenEntry): void {
    if (this.#broken) return;
    const reason = this.#fault(entry);
    if (reason) this.#broken = { entry: this.#next, reason };
    this.#next += 1;
  }

  /** What is found once all were added. */
  end(end: End): Vouched {
    return { since: this.#since, broken: this.#broken ?? this.#faultOfEnd(end) };
  }

  #faultOfEnd({ revision, link, isSound }: End): Break | null {
    const last = this.#next - 1;
    if (last < revision) return { entry: last + 1, reason: 'missing' };
    if (last > revision) return { entry: last, reason: 'ahead' };
    if (link === null && this.#link === null) return null;
    const stands = isSound && link?.seal === this.#link?.seal && link?.digest === this.#link?.digest;
    return stands ? null : { entry: last, reason: 'state' };
  }

  #fault(entry: WrittenEntry): Break['reason'] | undefined {
    if (entry.revision !== this.#next) return 'missing';
    if (entry.seal === null || entry.digest === null) {
      if (this.#since !== null) return 'unsealed';
      this.#unsealed.add(entry);
      return undefined;
    }
    this.#since ??= entry.revision;
    const before = this.#link ?? (entry.revision === 1 ? beginning : this.#unsealed.link());
    if (!hasSeal(this.#key, before, entry) || !isWritten(entry)) return 'changed';
    this.#link = { seal: entry.seal, digest: entry.digest };
    return undefined;
  }
}

/** Where the state is written whole, its digest stands for it in the seal. */
function isWritten({ changed, whole, digest }: WrittenEntry): boolean {
  return changed === null ? digestOf(whole) === digest : whole === '';
}
