import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sealedJournal } from '../../server/host/sealedJournal.ts';
import { newInstallationId } from '../../server/host/secrets/installationId.ts';
import type { End } from '../../server/store/chain.ts';
import { beginning, sealOf, type WrittenEntry } from '../../server/store/seal.ts';

const key = createSecretKey(randomBytes(32));
const id = newInstallationId(key);

describe('A sealed journal', () => {
  it('is read to the end, entry by entry, and its seals vouch for it', async () => {
    const entries = written(1, 2, 3);
    const journal = await sealedJournal(storeOf(entries, endOf(entries)), key, id);
    expect(journal?.entries).toEqual([
      { revision: 1, at: 'at 1', who: 'ada', event: { type: 'step 1' }, from: null, to: 'page 1' },
      { revision: 2, at: 'at 2', who: 'ada', event: { type: 'step 2' }, from: 'page 1', to: 'page 2' },
      { revision: 3, at: 'at 3', who: 'ada', event: { type: 'step 3' }, from: 'page 2', to: 'page 3' },
    ]);
    expect(journal?.seals).toEqual({ since: 1, broken: null });
  });

  it('is of nothing, where there is no such installation, or none any more', async () => {
    const entries = written(1, 2);
    expect(await sealedJournal(storeOf(entries, undefined), key, id)).toBeUndefined();
    expect(await sealedJournal(storeOf(entries, endOf(entries), undefined), key, id)).toBeUndefined();
  });

  it('ends where the installation was when it was asked for, whatever steps are taken meanwhile', async () => {
    const entries = written(1, 2, 3);
    const journal = await sealedJournal(storeOf(entries, endOf(entries.slice(0, 2)), endOf(entries)), key, id);
    expect(journal?.entries.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(journal?.seals.broken).toBeNull();
  });

  it('tells that an installation was put back behind its last entry', async () => {
    const entries = written(1, 2, 3);
    const journal = await sealedJournal(storeOf(entries, endOf(entries.slice(0, 2))), key, id);
    expect(journal?.seals.broken).toEqual({ entry: 3, reason: 'ahead' });
    expect(journal?.entries).toHaveLength(2);
  });

  it('tells the first entry that is not as it was sealed', async () => {
    const entries = written(1, 2, 3);
    const changed = entries.map((entry) => (entry.revision === 2 ? { ...entry, who: 'eve' } : entry));
    const journal = await sealedJournal(storeOf(changed, endOf(entries)), key, id);
    expect(journal?.seals.broken).toEqual({ entry: 2, reason: 'changed' });
  });
});

/** Entries that were sealed one after the other. */
function written(...revisions: readonly number[]): WrittenEntry[] {
  let link = beginning;
  return revisions.map((revision) => {
    const entry = {
      installation: id,
      revision,
      at: `at ${revision}`,
      who: 'ada',
      event: JSON.stringify({ type: `step ${revision}` }),
      from: revision === 1 ? null : `page ${revision - 1}`,
      to: `page ${revision}`,
      chart: 'chart',
      changed: '{}',
      digest: `digest ${revision}`,
    };
    const seal = sealOf(key, link, entry);
    link = { seal, digest: entry.digest };
    return { ...entry, whole: '', seal };
  });
}

function endOf(entries: readonly WrittenEntry[]): End {
  const { revision, seal, digest } = entries.at(-1)!;
  return { revision, link: { seal: seal!, digest: digest! }, isSound: true };
}

/** A store that says where the installation is, each time it is asked; the last of these from then on. */
function storeOf(entries: readonly WrittenEntry[], ...ends: (End | undefined)[]) {
  return {
    entries: async (_: string, after: number, limit: number) =>
      entries.filter(({ revision }) => revision > after).slice(0, limit),
    end: async () => (ends.length > 1 ? ends.shift() : ends[0]),
  };
}
