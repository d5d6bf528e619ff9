import type { KeyObject } from 'node:crypto';
import { Chain, type Vouched } from '../store/chain.ts';
import { pagesInTurns } from '../store/inTurns.ts';
import { parsed } from '../store/readRows.ts';
import type { HistoryEntry, Link } from '../store/rows.ts';
import { Unsealed, type WrittenEntry } from '../store/seal.ts';
import type { Store } from '../store/store.ts';
import { isSealedFromTheFirst } from './secrets/installationId.ts';

/** Who did what, and how far the seals vouch for it. */
export interface SealedJournal {
  readonly entries: readonly HistoryEntry[];
  readonly seals: Vouched;
}

/** Nothing, where there is no such installation, or none any more. */
export async function sealedJournal(
  store: Pick<Store, 'entries' | 'end'>,
  key: KeyObject,
  id: string,
): Promise<SealedJournal | undefined> {
  const end = await store.end(id);
  if (!end) return undefined;
  const chain = new Chain(key, isSealedFromTheFirst(key, id));
  const entries: HistoryEntry[] = [];
  for await (const entry of entriesTo(store, id, end.revision)) {
    chain.add(entry);
    const { revision, at, who, event, from, to } = entry;
    entries.push({ revision, at, who, event: parsed(event) as HistoryEntry['event'], from, to });
  }
  // Whoever steps meanwhile moves the installation in the same transaction.
  const [more] = await store.entries(id, end.revision, 1);
  const now = await store.end(id);
  if (!now) return undefined;
  const isAhead = more !== undefined && now.revision === end.revision;
  if (isAhead) chain.add(more);
  return { entries, seals: chain.end(end) };
}

/** What the next seal of an installation goes on from whose entries have none yet. */
export async function linkOfUnsealed(store: Pick<Store, 'entries'>, id: string, revision: number): Promise<Link> {
  const unsealed = new Unsealed();
  for await (const entry of entriesTo(store, id, revision)) unsealed.add(entry);
  return unsealed.link();
}

async function* entriesTo(store: Pick<Store, 'entries'>, id: string, revision: number): AsyncGenerator<WrittenEntry> {
  const read = (last: WrittenEntry | undefined, atATime: number) => store.entries(id, last?.revision ?? 0, atATime);
  for await (const entry of pagesInTurns(read)) {
    if (entry.revision > revision) return;
    yield entry;
  }
}
