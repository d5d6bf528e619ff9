import { Problem } from '../../machines/vocabulary/problems.ts';
import type { StoredRow } from './ask.ts';
import type { Effect } from './effect.ts';
import { digestOf, type HistoryEntry, type Link, type Row } from './rows.ts';
import type { WrittenEntry } from './seal.ts';
import type { PersistedSnapshot } from './snapshot.ts';
import type { Answered, Waiting } from './step.ts';

/** A row of `effect`: a call that is waited for. @throws {Problem} `damaged` where its input can't be read. */
export function toWaiting(row: StoredRow): Waiting {
  const id = idOf(row);
  const effect = { id, service: row['service'] as Effect['service'], input: parsed(row['input']) };
  return { installation: row['installation'] as string, id, revision: row['revision'] as number, effect };
}

/** A row of `installation`, without its state. With `marked`, which a query adds, its status is `damaged`. */
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

/** A row of `journal` to the letter, as its seal is over it: nothing of it is parsed. */
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

/** A row of `answered`: a request that came with a key, and what it was answered. */
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

/** A row of `journal` without the state. @throws {Problem} `damaged` where its event can't be read. */
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

/** The state that a text holds; nothing, where it does not agree with its digest. */
export function readKept(kept: unknown, digest: unknown): PersistedSnapshot | undefined {
  return isSound(kept, digest) ? (parsed(kept) as PersistedSnapshot) : undefined;
}

/** Whether a text is still what its digest was taken of. */
export function isSound(kept: unknown, digest: unknown): boolean {
  return typeof kept === 'string' && digestOf(kept) === digest;
}

/** A column that holds JSON. @throws {Problem} `damaged` where it can't be read. */
export function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch (error) {
    throw unreadable(error);
  }
}

/** The problem of whatever is kept and can't be read; the cause is for the log alone. */
export function unreadable(cause: unknown): Problem {
  return new Problem('damaged', 'Something that is kept of this installation cannot be read.', { cause });
}

/** The column `id`. */
export function idOf(row: StoredRow): string {
  return row['id'] as string;
}
