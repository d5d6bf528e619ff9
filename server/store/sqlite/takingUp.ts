import { untilCalledOff } from '../../../services/waiting/untilCalledOff.ts';
import type { StoredRow } from '../ask.ts';
import type { Waiting } from '../effect.ts';
import { pagesInTurns } from '../inTurns.ts';
import { idOf } from '../readRows.ts';

/** How many of the calls that an earlier process left are under way at the same time. */
const atOnce = 200;

interface TakingUp {
  /** What is kept of calls that wait, in the order of their keys. */
  waiting(limit: number, after?: Pick<Waiting, 'installation' | 'id'>): Promise<StoredRow[]>;
  /** Whose calls are taken up. */
  readonly place: string | null;
  takeOne(row: StoredRow): Promise<void>;
  readonly stopping: AbortSignal;
}

/** Takes up the calls that are kept, a few at a time, so that what is held does not grow with how much there is. */
export async function takeUp({ waiting, place, takeOne, stopping }: TakingUp): Promise<void> {
  const under = new Set<Promise<void>>();
  const stopped = untilCalledOff(stopping).catch(() => {});
  const rows = pagesInTurns<StoredRow>((last, limit) => waiting(limit, last && keyOf(last)), atOnce);
  for await (const row of rows) {
    if (row['place'] !== place) continue;
    while (under.size >= atOnce && !stopping.aborted) await Promise.race([...under, stopped]);
    if (stopping.aborted) return;
    const over = takeOne(row);
    under.add(over);
    void over.finally(() => under.delete(over));
  }
}

function keyOf(row: StoredRow): Pick<Waiting, 'installation' | 'id'> {
  return { installation: row['installation'] as string, id: idOf(row) };
}
