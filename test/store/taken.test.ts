import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { lockFolder } from '../../server/store/folderLock.ts';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import { isLocked, tryLock } from '../../services/files/fileLock.ts';
import { begun, move } from './contract.ts';
import { nextStep } from './steps.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-taken-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

describe('A database file that another process has taken', () => {
  const open = (taken?: AbortSignal, report = (_: unknown) => {}) =>
    openSqliteStore({ path: join(folder, 'mim-setup.db'), taken, report });

  it('is written to by that one alone: the first finds so when it writes, and is told why from then on', async () => {
    const told: unknown[] = [];
    const first = await open(undefined, (error) => told.push(error));
    const { id } = await begun(first);
    const saved = (await first.load(id))!;
    const second = await open();
    const superseded = { reason: 'superseded', message: expect.stringContaining('lock.db') };
    await expect(first.commit(nextStep(saved))).rejects.toMatchObject(superseded);
    for (const read of [first.load(id), first.revision(id), first.history(id), first.counts(), first.health()])
      await expect(read).rejects.toMatchObject(superseded);
    expect(told).toEqual([expect.objectContaining(superseded)]);
    expect((await move(second, id)).revision).toBe(2);
    expect((await second.history(id)).map(({ revision }) => revision)).toEqual([1, 2]);
    await Promise.all([first.close(), second.close()]);
  });

  it('is not opened by whoever loses it meanwhile', async () => {
    await expect(open(AbortSignal.abort())).rejects.toMatchObject({ reason: 'superseded' });
  });

  it('is let go as soon as it is known, by whoever reads only too; who waits there looks once more', async () => {
    const taken = new AbortController();
    const store = await open(taken.signal);
    const { id } = await begun(store);
    const news: string[] = [];
    store.listen(
      (one) => news.push(one.id),
      () => [id],
    );
    taken.abort();
    await expect(store.load(id)).rejects.toMatchObject({ reason: 'superseded' });
    await expect.poll(() => news).toEqual([id]);
    await store.close();
  });
});

describe.skipIf(process.platform === 'win32')('The lock of a folder', () => {
  it('is not lost where it cannot be looked at for a while', async () => {
    const path = join(folder, 'lock.db');
    const lock = lockFolder(path, 5)!;
    rmSync(path);
    // Its status can't be had, and nothing can be made in its place.
    symlinkSync(path, path);
    // Another is looked at as often, each time after this one: once that is made anew, this has been looked at in vain.
    const elsewhere = join(folder, 'elsewhere.db');
    const other = lockFolder(elsewhere, 5)!;
    rmSync(elsewhere);
    await expect.poll(() => isLocked(elsewhere)).toBe(true);
    rmSync(path);
    await expect.poll(() => isLocked(path)).toBe(true);
    expect(lock.taken.aborted).toBe(false);
    lock.release();
    other.release();
  });

  it('is made anew where its file is deleted, so that nobody gets in', async () => {
    const path = join(folder, 'lock.db');
    const lock = lockFolder(path, 5)!;
    rmSync(path);
    await expect.poll(() => isLocked(path)).toBe(true);
    expect(lockFolder(path)).toBeNull();
    expect(lock.taken.aborted).toBe(false);
    lock.release();
    expect(isLocked(path)).toBe(false);
  });

  it('is lost where another was first to make it anew', async () => {
    const path = join(folder, 'lock.db');
    const lock = lockFolder(path, 5)!;
    rmSync(path);
    const other = tryLock(path)!;
    await expect.poll(() => lock.taken.aborted).toBe(true);
    lock.release();
    expect(isLocked(path)).toBe(true);
    other.release();
  });
});
