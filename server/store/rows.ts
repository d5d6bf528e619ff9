import { createHash } from 'node:crypto';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Effect, Waiting } from './effect.ts';
import type { PersistedSnapshot } from './snapshot.ts';

/** What is said of an installation without looking into its state. */
export interface Row {
  readonly id: string;
  readonly name: string | null;
  readonly mode: 'rehearsal' | 'live';
  /** How its rehearsal was asked to fail, as JSON. */
  readonly rehearsal: string | null;
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

export interface Saved extends Row {
  /** Nothing, where what was kept is damaged. */
  readonly kept: PersistedSnapshot | undefined;
  /** Answers that still wait for their page to come up, as JSON. */
  readonly walk: string | null;
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

export function toSaved(row: Record<string, unknown>): Saved {
  return { ...toRow(row), kept: readKept(row['kept'], row['digest']), walk: row['walk'] as string | null };
}

export function toEntry(row: Record<string, unknown>): JournalEntry {
  return {
    revision: row['revision'] as number,
    at: row['at'] as string,
    who: row['who'] as string,
    event: parsed(row['event']) as JournalEntry['event'],
    from: row['from_page'] as string | null,
    to: row['to_page'] as string,
    kept: parsed(row['kept']) as PersistedSnapshot,
  };
}

export function toWaiting(row: Record<string, unknown>): Waiting {
  const id = row['id'] as string;
  const effect = { id, service: row['service'] as Effect['service'], input: parsed(row['input']) };
  return { installation: row['installation'] as string, id, revision: row['revision'] as number, effect };
}

export function toRow(row: Record<string, unknown>): Row {
  return {
    id: row['id'] as string,
    name: row['name'] as string | null,
    mode: row['mode'] as Row['mode'],
    rehearsal: row['rehearsal'] as string | null,
    createdAt: row['created_at'] as string,
    updatedAt: row['updated_at'] as string,
    who: row['who'] as string,
    status: statusNow(row['status'], row['kept'], row['digest']),
    page: row['page'] as string,
    option: row['option'] as string | null,
    revision: row['revision'] as number,
    chart: row['chart'] as string,
  };
}

/** The status; `damaged`, where what was kept does not agree with its digest. */
export function statusNow(status: unknown, kept: unknown, digest: unknown): string {
  return isSound(kept, digest) ? String(status) : 'damaged';
}

function readKept(kept: unknown, digest: unknown): PersistedSnapshot | undefined {
  return isSound(kept, digest) ? (parsed(kept) as PersistedSnapshot) : undefined;
}

function isSound(kept: unknown, digest: unknown): boolean {
  return typeof kept === 'string' && digestOf(kept) === digest;
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch (error) {
    throw new Problem('damaged', 'Something that is kept of this installation can not be read.', { cause: error });
  }
}

/** By this a damaged state is told. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
