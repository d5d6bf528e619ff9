import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Ask } from './ask.ts';
import { applyDifference, type Difference } from './difference.ts';
import { parsed, toHistory, unreadable } from './readRows.ts';
import type { HistoryEntry, JournalEntry } from './rows.ts';
import type { PersistedSnapshot } from './snapshot.ts';

/** What happened, by revision, without the states. */
export async function readHistory(ask: Ask, id: string, after: number, limit = unlimited): Promise<HistoryEntry[]> {
  const sql = `select revision, at, who, event, from_page, to_page from journal
    where installation = ? and revision > ? order by revision limit ?`;
  return (await ask(sql, id, after, limit)).map(toHistory);
}

/** The entries with their states, put together from the last one behind which the journal has a whole state. */
export async function readJournal(ask: Ask, id: string, after: number, limit = unlimited): Promise<JournalEntry[]> {
  const whole = `select revision from journal where installation = ? and revision <= ? and kept <> '' order by revision desc limit 1`;
  const [base] = await ask(whole, id, after + 1);
  const from = Number(base?.['revision'] ?? 1);
  const sql = 'select * from journal where installation = ? and revision >= ? order by revision limit ?';
  const rows = await ask(sql, id, from, Math.min(unlimited, limit + Math.max(0, after + 1 - from)));
  let kept: unknown;
  const entries = rows.map((row) => {
    kept = row['kept'] === '' ? changed(kept, row['changed']) : parsed(row['kept']);
    return { row, kept: kept as PersistedSnapshot };
  });
  return entries.filter(({ row }) => Number(row['revision']) > after).map(({ row, kept }) => ({ ...toHistory(row), kept }));
}

const unlimited = 1_000_000;

function changed(before: unknown, difference: unknown): unknown {
  try {
    return applyDifference(before, parsed(difference) as Difference);
  } catch (error) {
    throw error instanceof Problem ? error : unreadable(error);
  }
}
