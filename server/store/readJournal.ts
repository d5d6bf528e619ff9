import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Ask, StoredRow } from './ask.ts';
import { applyDifference, type Difference } from './difference.ts';
import { pagesInTurns } from './inTurns.ts';
import { parsed, toHistory, unreadable } from './readRows.ts';
import type { HistoryEntry, JournalEntry } from './rows.ts';
import type { PersistedSnapshot } from './snapshot.ts';

/** What happened, by revision, without the states. */
export async function readHistory(ask: Ask, id: string, after: number, limit?: number): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for await (const row of rowsOf(ask, 'revision, at, who, event, from_page, to_page', id, after, limit))
    entries.push(toHistory(row));
  return entries;
}

/** The entries with their states, put together from the last one behind which the journal has a whole state. */
export async function readJournal(ask: Ask, id: string, after: number, limit = unlimited): Promise<JournalEntry[]> {
  const whole = `select revision from journal where installation = ? and revision <= ? and kept <> '' order by revision desc limit 1`;
  const [base] = await ask(whole, id, after + 1);
  const from = Number(base?.['revision'] ?? 1);
  const entries: JournalEntry[] = [];
  let kept: unknown;
  for await (const row of rowsOf(ask, '*', id, from - 1, limit + Math.max(0, after + 1 - from))) {
    kept = row['kept'] === '' ? changed(kept, row['changed']) : parsed(row['kept']);
    if (Number(row['revision']) > after) entries.push({ ...toHistory(row), kept: kept as PersistedSnapshot });
  }
  return entries;
}

const unlimited = 1_000_000;

/** What is written is never written anew: however many others write behind it meanwhile, it is read page by page as at one moment. */
function rowsOf(ask: Ask, columns: string, id: string, after: number, limit = unlimited): AsyncGenerator<StoredRow> {
  const sql = `select ${columns} from journal where installation = ? and revision > ? order by revision limit ?`;
  let left = limit;
  return pagesInTurns(async (last, atATime) => {
    const page = left > 0 ? await ask(sql, id, last ? Number(last['revision']) : after, Math.min(left, atATime)) : [];
    left -= page.length;
    return page;
  });
}

function changed(before: unknown, difference: unknown): unknown {
  try {
    return applyDifference(before, parsed(difference) as Difference);
  } catch (error) {
    throw error instanceof Problem ? error : unreadable(error);
  }
}
