import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { Installations } from '../../server/host/installations.ts';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../server/store/store.ts';
import { startInVain, startProcess } from '../host/serviceProcess.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-two-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('Two processes on one data folder', () => {
  it('the second says so, points to --url, and ends with 2; the first goes on', async () => {
    await using first = await startProcess(folder);
    const { id } = await first.client.begin();
    const { code, output } = await startInVain(['--data', folder, '--port', '0']);
    expect(code).toBe(2);
    expect(output).toContain(folder);
    expect(output).toContain('--url');
    expect(output).not.toMatch(/^\s+at /m);
    expect((await first.client.view(id)).revision).toBe(1);
  });

  it('the second may have it once the first has ended, however it ended', async () => {
    for (const end of ['kill', 'stop'] as const) {
      const first = await startProcess(folder);
      await first[end]();
      await using second = await startProcess(folder);
      expect(second.url).not.toBe('');
    }
  });
});

describe('Two that share a database', () => {
  let store: Store;
  let one: Installations;
  let other: Installations;
  let id: string;
  beforeEach(async () => {
    store = await openSqliteStore({ path: join(folder, 'shared.db'), report: fail });
    [one, other] = [over(store), over(store)];
    ({ id } = (await one.begin({ mode: 'rehearsal' }, { who: 'one' })).row);
  });
  afterEach(() => store.close());

  it("one's step wins, and the other decides anew, by what is so then", async () => {
    const seen: number[] = [];
    const { row } = await other.step(id, async (now) => {
      seen.push(now.row.revision);
      if (seen.length === 1) await one.send(id, submit, { who: 'one' });
      return { event: { type: 'cancel' }, who: 'other' };
    });
    expect(seen).toEqual([1, 2]);
    expect(row).toMatchObject({ revision: 3, status: 'cancelled' });
    expect((await one.journal(id)).map(({ who, to }) => [who, to])).toEqual([
      ['one', 'welcome'],
      ['one', 'licenseAgreement'],
      ['other', 'cancelled'],
    ]);
  });

  it("one's step wins, and the other changes nothing where that is no longer what it is about", async () => {
    const refused = other.step(id, async (now) => {
      if (now.row.revision > 1) throw new Problem('stale', 'It has moved on.');
      await one.send(id, submit, { who: 'one' });
      return { event: { type: 'cancel' }, who: 'other' };
    });
    await expect(refused).rejects.toThrow(expect.objectContaining({ code: 'stale' }));
    expect((await one.load(id)).row).toMatchObject({ revision: 2, status: 'asking', page: 'licenseAgreement' });
  });
});

const submit = { type: 'submit', page: 'welcome', answers: {} } as const;

/** A host as another process would have it: it shares nothing with the other but the store. */
function over(store: Store): Installations {
  return new Installations({ store, masterKey: Buffer.alloc(32), servicesFor: fail, installsHere: false, report: fail });
}

function fail(error?: unknown): never {
  throw error ?? new Error('No call is made here.');
}
