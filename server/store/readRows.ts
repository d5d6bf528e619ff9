import { Problem } from '../../machines/vocabulary/problems.ts';
import type { StoredRow } from './ask.ts';
import type { Effect } from './effect.ts';
import { digestOf, type HistoryEntry, type Link, type Row } from './rows.ts';
import type { WrittenEntry } from './seal.ts';
import type { PersistedSnapshot } from './snapshot.ts';
import type { Answered, Waiting } from './step.ts';

export function toWaiting(row: StoredRow): Waiting {
  const id = idOf(row);
  const effect = { id, service: row['service'] as Effect['service'], input: parsed(row['input']) };
  return { installation: row['installation'] as string, id, revision: row['revision'] as number, effect };
}

export function toRow(row: StoredRow): Row {
  return {
    id: row['id'] as string,
    name: row['name'] as string | null,
    mode: row['mode'] as Row['mode'],
    rehearsal: row['rehearsal'] as string | null,
    runner: row['runner'] as string | null,
    createdAt: row['created_at'] as string,
    updatedAt: row['updated_at'] as string,
    who: row['who'] as string,
    status: row['marked'] ? 'damaged' : (row['status'] as string),
    page: row['page'] as string,
    option: row['option'] as string | null,
    revision: row['revision'] as number,
    chart: row['chart'] as string,
  };
}

/** Where the chain of seals has come to by an installation's row. */
export function toLink(row: StoredRow): Link | null {
  const seal = row['seal'] as string | null;
  return seal === null ? null : { seal, digest: row['digest'] as string };
}

export function toWritten(row: StoredRow): WrittenEntry {
  return {
    installation: row['installation'] as string,
    revision: row['revision'] as number,
    at: row['at'] as string,
    who: row['who'] as string,
    event: row['event'] as string,
    from: row['from_page'] as string | null,
    to: row['to_page'] as string,
    chart: row['chart'] as string | null,
    changed: row['changed'] as string | null,
    whole: row['kept'] as string,
    digest: row['digest'] as string | null,
    seal: row['seal'] as string | null,
  };
}

export function toAnswered(row: StoredRow): Answered {
  const status = row['status'] as number | null;
  const answer = { body: row['body'] as string | null, location: row['location'] as string | null };
  return {
    digest: row['digest'] as string,
    installation: row['installation'] as string,
    revision: row['revision'] as number | null,
    answer: status === null ? undefined : { status, ...answer },
  };
}

export function toHistory(row: StoredRow): HistoryEntry {
  return {
    revision: row['revision'] as number,
    at: row['at'] as string,
    who: row['who'] as string,
    event: parsed(row['event']) as HistoryEntry['event'],
    from: row['from_page'] as string | null,
    to: row['to_page'] as string,
  };
}

export function readKept(kept: unknown, digest: unknown): PersistedSnapshot | undefined {
  return isSound(kept, digest) ? (parsed(kept) as PersistedSnapshot) : undefined;
}

export function isSound(kept: unknown, digest: unknown): boolean {
  return typeof kept === 'string' && digestOf(kept) === digest;
}

export function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch (error) {
    throw unreadable(error);
  }
}

export function unreadable(cause: unknown): Problem {
  return new Problem('damaged', 'Something that is kept of this installation cannot be read.', { cause });
}

export function idOf(row: StoredRow): string {
  return row['id'] as string;
}
