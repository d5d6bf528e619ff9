import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import { worker } from './contract.ts';
import { eventually } from './eventually.ts';
import states from './fixtures/first-release/states.json' with { type: 'json' };
import { nextStep } from './steps.ts';

const fixtures = join(import.meta.dirname, 'fixtures/first-release');
const all = Object.values(states);

/** The database that the first release has left, killed while it was writing. */
describe('A data folder of the first release', () => {
  let path: string;
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'mim-setup-first-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    path = join(folder, 'mim-setup.db');
    for (const part of ['', '-wal']) writeFileSync(path + part, gunzipSync(readFileSync(`${fixtures}/mim-setup.db${part}.gz`)));
  });
  const open = () => openSqliteStore({ path, expected: true, report: () => {} });

  it('opens with every installation where it was, and every revision of its journal', async () => {
    const store = await open();
    for (const { id, status, page, revision } of all) {
      const saved = await store.load(id);
      expect(saved).toMatchObject({ id, status, page, revision });
      expect(saved?.kept?.context.id).toBe(id);
      const journal = await store.journal(id);
      expect(journal.map((entry) => entry.revision)).toEqual(Array.from({ length: revision }, (_, number) => number + 1));
      expect(journal.at(-1)?.kept).toEqual(saved?.kept);
    }
    expect((await store.list(100)).map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    expect(await store.lookForDamage(new AbortController().signal)).toEqual([]);
    await store.close();
  });

  it('whose installations go on, and are the same when it is opened again', async () => {
    const store = await open();
    for (const { id, revision } of all) {
      const saved = (await store.load(id))!;
      expect(await store.commit(nextStep(saved))).toBe('taken');
      expect((await store.load(id))?.revision).toBe(revision + 1);
    }
    const loaded = await Promise.all(all.map(({ id }) => store.load(id)));
    await store.close();
    const again = await open();
    expect(await Promise.all(all.map(({ id }) => again.load(id)))).toEqual(loaded);
    for (const [number, { id }] of all.entries()) expect((await again.journal(id)).at(-1)?.kept).toEqual(loaded[number]?.kept);
    await again.close();
  });

  it('has the call taken up that was under way, and knows the request that was remembered', async () => {
    const store = await open();
    const { made, working } = worker(store);
    const { claimed } = await made.next();
    expect(claimed).toMatchObject({ installation: states.checking.id, revision: states.checking.revision, again: true });
    const step = nextStep((await store.load(claimed.installation))!, { ended: claimed });
    expect(await store.commit(step)).toBe('taken');
    await eventually(async () => expect(await store.waiting(claimed.installation)).toEqual([]));
    const remembered = await store.answered(states['with a key'].id, 'a-key-of-the-first-release');
    expect(remembered).toMatchObject({ installation: states['with a key'].id, revision: null, answer: { status: 200 } });
    await working.stop();
    await store.close();
  });
});
