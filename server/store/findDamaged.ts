import type { Ask, StoredRow } from './ask.ts';
import { isMarked } from './loadMarked.ts';
import { idOf, isSound } from './readRows.ts';

/** What a look at some installations has found: those that are damaged, those marked so that are whole, and the last one looked at. */
export interface DamageFound {
  readonly damaged: string[];
  readonly mended: string[];
  readonly last?: string;
}

/** The damaged ones, and all that were looked at, of those behind `after` in order of id. */
export async function findDamaged(ask: Ask, limit: number, after: string): Promise<DamageFound> {
  const sql = `select id, kept, digest, ${isMarked} as marked from installation where id > ? order by id limit ?`;
  const rows = await ask(sql, after, limit);
  const isWhole = (row: StoredRow) => isSound(row['kept'], row['digest']);
  const last = rows.at(-1);
  return {
    damaged: rows.filter((row) => !isWhole(row)).map(idOf),
    mended: rows.filter((row) => row['marked'] && isWhole(row)).map(idOf),
    ...(last && { last: idOf(last) }),
  };
}
