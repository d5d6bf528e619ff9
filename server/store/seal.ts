import { createHash, createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Link } from './rows.ts';
import type { Step, Written } from './step.ts';
import { textsOf } from './stepRows.ts';

/** An entry of the journal, to the letter. */
export interface WrittenEntry {
  readonly installation: string;
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly event: string;
  readonly from: string | null;
  readonly to: string;
  readonly chart: string | null;
  /** How the state differs from the one before; null where it is written whole. */
  readonly changed: string | null;
  /** The whole state, or nothing. */
  readonly whole: string;
  /** Of the state that it leads to, and the seal; null where an earlier release has written it. */
  readonly digest: string | null;
  readonly seal: string | null;
}

/** What a new installation begins from. */
export const beginning: Link = { seal: '', digest: '' };

/**
 * The seal of an entry: a MAC over all that it says, over the seal of the one before, and over the state that its step went on from.
 * Nobody makes one without the key, so that no entry can be changed, left out, added or moved, nor the state between two of them.
 */
export function sealOf(key: KeyObject, before: Link, entry: Omit<WrittenEntry, 'seal' | 'whole'>): string {
  const { installation, revision, at, who, event, from, to, chart, changed, digest } = entry;
  const said = [installation, revision, at, who, event, from, to, chart, changed, digest];
  return createHmac('sha256', key)
    .update(JSON.stringify([before.seal, before.digest, ...said]))
    .digest('hex');
}

/**
 * Whether an entry has the seal that it would be given now; it takes the same time whatever differs.
 *
 * @param before where the chain has come to by the entry before.
 */
export function hasSeal(key: KeyObject, before: Link, entry: WrittenEntry): boolean {
  const seal = Buffer.from(entry.seal ?? '');
  const expected = Buffer.from(sealOf(key, before, entry));
  return seal.length === expected.length && timingSafeEqual(seal, expected);
}

/** A step whose entry is tied to the one before. */
export type SealedStep = Step & { readonly written: Written & { readonly seal: string } };

/** The step with its texts, and the seal that ties it to what was before. What they are made of must not be changed any more. */
export function sealStep(step: Step, before: Link, key: KeyObject): SealedStep {
  const texts = textsOf(step);
  const { id, revision, at, who, from, row } = step;
  const entry = { installation: id, revision: revision + 1, at, who, from, to: row.page, chart: row.chart, ...texts };
  return { ...step, written: { ...texts, seal: sealOf(key, before, entry) } };
}

/** Where the chain has come to once the step is taken. */
export function linkOf({ written: { seal, digest } }: SealedStep): Link {
  return { seal, digest };
}

/** Entries that were written before there were seals, as they are found: the first seal covers them all. */
export class Unsealed {
  readonly #hash = createHash('sha256');

  add({ revision, at, who, event, from, to, chart, changed, whole }: WrittenEntry): void {
    this.#hash.update(JSON.stringify([revision, at, who, event, from, to, chart, changed, whole]));
  }

  /** What the first seal goes on from. Nothing more is added then. */
  link(): Link {
    return { seal: `unsealed ${this.#hash.digest('hex')}`, digest: '' };
  }
}
