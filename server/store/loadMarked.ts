import type { Ask } from './ask.ts';
import { readKept, toLink, toRow } from './readRows.ts';
import type { Saved } from './rows.ts';
import { StoreUnavailable } from './unavailable.ts';

/** An installation, and whether it is marked as damaged. */
export interface Marked {
  readonly saved: Saved;
  readonly marked: boolean;
}

/** The installation, and whether it is marked as damaged; without its state, where that can't be read. */
export async function loadMarked(ask: Ask, id: string): Promise<Marked | undefined> {
  try {
    return await loadWhole(ask, id);
  } catch (error) {
    if (!(error instanceof StoreUnavailable) || error.reason !== 'damaged') throw error;
    const [row] = await ask(`select ${columns}, ${isMarked} as marked from installation where id = ?`, id);
    const marked = Boolean(row?.['marked']);
    return row && { saved: { ...toRow({ ...row, marked: true }), kept: undefined, walk: null, link: null }, marked };
  }
}

async function loadWhole(ask: Ask, id: string): Promise<Marked | undefined> {
  const [row] = await ask(`select *, ${isMarked} as marked from installation where id = ?`, id);
  if (!row) return undefined;
  const kept = readKept(row['kept'], row['digest']);
  const walk = row['walk'] as string | null;
  const saved = { ...toRow({ ...row, marked: kept === undefined }), kept, walk, link: toLink(row) };
  return { saved, marked: Boolean(row['marked']) };
}

/** Whether an installation is marked as damaged, in SQL. */
export const isMarked = 'exists (select 1 from damage where damage.installation = installation.id)';
/** What stands in a row before the state, which is long. */
export const columns = 'id, name, mode, rehearsal, runner, created_at, updated_at, who, status, page, option, revision, chart';
