import { hash } from 'node:crypto';
import type { PersistedSnapshot } from './snapshot.ts';

/** What is said of an installation without looking into its state. */
export interface Row {
  readonly id: string;
  readonly name: string | null;
  readonly mode: 'rehearsal' | 'live';
  /** How its rehearsal was asked to fail, as JSON. */
  readonly rehearsal: string | null;
  /** The runner that makes its calls on the server; null where the service does. */
  readonly runner: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Whoever moved it last, this service left out. */
  readonly who: string;
  readonly status: string;
  readonly page: string;
  readonly option: string | null;
  readonly revision: number;
  /** Version of the chart that it was last moved by. */
  readonly chart: string;
}

/** The statuses behind which nothing comes. */
export const endStatuses = ['finished', 'cancelled'] as const;

/** How far an installation with a walk is. */
export type Walking = Pick<Row, 'id' | 'revision' | 'updatedAt'>;

/**
 * An installation whole, as the store gives it and a step begins from: its row, and the state that lists do without, for it is
 * long.
 */
export interface Saved extends Row {
  /** Nothing, where what was kept is damaged. */
  readonly kept: PersistedSnapshot | undefined;
  /** Answers that still wait for their page to come up, as JSON. */
  readonly walk: string | null;
  /** Where the chain of its seals has come to; null where its last entry was written without one, by an earlier release. */
  readonly link: Link | null;
}

/** Where the chain of an installation's seals has come to. */
export interface Link {
  /** The seal of its last entry; where that has none, what stands for it. */
  readonly seal: string;
  /** The digest of the state that is kept. */
  readonly digest: string;
}

/** What happened at one revision. */
export interface HistoryEntry {
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly event: { readonly type: string };
  readonly from: string | null;
  readonly to: string;
}

/** What happened at one revision, and the state that it led to. */
export interface JournalEntry extends HistoryEntry {
  readonly kept: PersistedSnapshot;
}

/** By this a damaged state is told. */
export function digestOf(text: string): string {
  return hash('sha256', text);
}
