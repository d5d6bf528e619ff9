import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../server/store/store.ts';
import { StoreUnavailable } from '../../server/store/unavailable.ts';
import { begun, move } from './contract.ts';
import { eventually } from './eventually.ts';
import { firstStep, nextStep } from './steps.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-trouble-'));
  path = join(folder, 'mim-setup.db');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const open = (expected = true, at = path) => openSqliteStore({ path: at, expected, report: () => {} });

/** A file with some installations, closed as it should be. */
async function fill(count = 5, problems = 0): Promise<string[]> {
  const store = await open(false);
  const ids: string[] = [];
  const many = Array.from({ length: problems }, (_, number) => ({ code: 'damaged' as const, message: `Problem ${number}` }));
  for (let number = 0; number < count; number++) {
    const { kept, ...step } = firstStep();
    ids.push((await begun(store, { ...step, kept: { ...kept, context: { ...kept.context, problems: many } } })).id);
  }
  await store.close();
  return ids;
}

/** What a process leaves that is killed after some steps: the file, its log, and the mark beside them. */
async function leaveBehind(): Promise<string> {
  const store = await open(false);
  const { id } = await begun(store);
  for (let count = 0; count < 10; count++) await move(store, id);
  const parts = ['', '-wal', '-commits'];
  for (const part of parts) copyFileSync(path + part, `${path}.left${part}`);
  await store.close();
  for (const part of parts) copyFileSync(`${path}.left${part}`, path + part);
  return id;
}

describe('A database file', () => {
  it('is its owner’s alone, also where it was not before', async () => {
    await fill();
    chmodSync(path, 0o644);
    const store = await open();
    await begun(store);
    for (const part of ['', '-wal', '-shm', '-commits']) expect(statSync(path + part).mode & 0o777, part).toBe(0o600);
    await store.close();
  });

  it.each([
    ['is not there', () => rmSync(path)],
    ['is empty', () => writeFileSync(path, '')],
    ['holds no table', () => emptyDatabase(path)],
  ])('that %s, beside a key that is kept, is not begun anew in silence', async (_what, spoil) => {
    await fill();
    spoil();
    rmSync(`${path}-commits`);
    await expect(open()).rejects.toThrow(/key that sealed its secrets.*restore/s);
    const store = await open(false);
    expect(await store.list(1)).toEqual([]);
    await store.close();
  });

  it.each([
    ['was cut', (size: number) => truncateSync(path, size - 4096), 'was cut'],
    ['was cut to a part of a page', () => truncateSync(path, 50), 'is no database'],
    ['is something else', () => writeFileSync(path, 'something else'.repeat(1000)), 'is no database'],
  ])('that %s is refused with what is wrong and what to do', async (_what, spoil, says) => {
    await fill();
    spoil(statSync(path).size);
    const refused = await open().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreUnavailable);
    expect((refused as Error).message).toContain(says);
    expect((refused as Error).message).toContain('mim-setup restore');
  });

  describe('of a process that was killed while it brought its log into the file, and had not come to the last pages', () => {
    /** @param kept how much of the file is there, of its length before that and what was added. */
    async function interrupt(kept: (before: number, after: number) => number): Promise<void> {
      await fill();
      const before = statSync(path).size;
      const db = new DatabaseSync(path);
      db.exec('pragma wal_autocheckpoint = 0; create table more (bytes blob)');
      for (let count = 0; count < 40; count++) db.prepare('insert into more values (randomblob(3000))').run();
      copyFileSync(`${path}-wal`, `${path}.left`);
      db.exec('pragma wal_checkpoint(truncate)');
      db.close();
      const after = statSync(path).size;
      expect(after).toBeGreaterThan(before + 100_000);
      truncateSync(path, kept(before, after));
      copyFileSync(`${path}.left`, `${path}-wal`);
    }

    it.each([
      ['none of them is there', (before: number) => before],
      ['half of them are', (before: number, after: number) => before + Math.floor((after - before) / 2 / 4096) * 4096],
      ['a part of a page is', (before: number) => before + 1000],
    ])('opens with all of it, where %s', async (_what, kept) => {
      await interrupt(kept);
      await (await open()).close();
      const db = new DatabaseSync(path);
      expect({ ...db.prepare('select count(*) as found from more').get() }).toEqual({ found: 40 });
      expect({ ...db.prepare('pragma integrity_check').get() }).toEqual({ integrity_check: 'ok' });
      db.close();
    });

    it.each([
      ['it was cut deeper than its log goes', (before: number) => before - 4096, () => {}],
      ['its log is gone', (before: number) => before, () => rmSync(`${path}-wal`)],
      ['its log is of another time', (before: number) => before, () => flip(`${path}-wal`, 16)],
    ])('is refused where %s', async (_what, kept, spoil) => {
      await interrupt(kept);
      spoil();
      await expect(open()).rejects.toThrow(/was cut: \d+ of \d+ bytes are there.*mim-setup restore/s);
    });
  });

  it('whose log is left by a process that was killed opens with all of it', async () => {
    const id = await leaveBehind();
    const store = await open();
    expect((await store.load(id))?.revision).toBe(11);
    await store.close();
  });

  it.each([
    ['was cut', () => truncateSync(`${path}-wal`, statSync(`${path}-wal`).size - 8000)],
    ['has a byte changed', () => flip(`${path}-wal`, statSync(`${path}-wal`).size - 30_000)],
    ['is gone', () => rmSync(`${path}-wal`)],
  ])('whose log %s loses no step in silence', async (_what, spoil) => {
    const id = await leaveBehind();
    spoil();
    await expect(open()).rejects.toThrow(/last \d+ changes are missing/);
    rmSync(`${path}-commits`);
    const store = await open(false);
    expect((await store.load(id))?.revision ?? 0).toBeLessThan(11);
    await store.close();
  });

  it('with any page zeroed gives each installation, or says that it is damaged, and fails in no other way', async () => {
    const ids = await fill(6, 300);
    const whole = readFileSync(path);
    let alone = 0;
    for (let at = 0; at < whole.length; at += 4096) {
      const spoilt = Buffer.from(whole);
      spoilt.fill(0, at, at + 4096);
      writeFileSync(path, spoilt);
      for (const part of ['-wal', '-shm', '-commits']) rmSync(path + part, { force: true });
      const store = await open().catch((error: unknown) => error);
      if (store instanceof StoreUnavailable) continue;
      if (store instanceof Error) throw store;
      const found = await Promise.all(ids.map((id) => read(store as Store, id)));
      if (found.filter((one) => one === 'damaged').length === 1 && found.includes('whole')) alone += 1;
      await (store as Store).close();
    }
    expect(alone).toBeGreaterThan(0);
  });

  it('that another program has locked is tried again, keeps nobody else waiting meanwhile, and goes on', async () => {
    const [id] = await fill(1);
    const store = await open();
    const saved = (await store.load(id!))!;
    const other = new DatabaseSync(path);
    other.exec('begin immediate');
    const told: string[] = [];
    const refused = store.commit(nextStep(saved)).catch((error: unknown) => {
      told.push('refused');
      return error;
    });
    // Each of these comes between two tries: were the process held up by one, the refusal would come before the last of them.
    for (let count = 0; count < 8; count++) {
      await pause(20);
      if (await store.load(saved.id)) told.push('answered');
    }
    expect(await refused).toMatchObject({ reason: 'locked' });
    expect(told).toEqual([...Array(8).fill('answered'), 'refused']);
    const later = store.commit(nextStep(saved));
    other.exec('rollback');
    expect(await later).toBe('taken');
    other.close();
    await store.close();
  });

  it('that a newer version has made is not opened', async () => {
    await fill(1);
    const db = new DatabaseSync(path);
    db.exec('pragma user_version = 99');
    db.close();
    await expect(open()).rejects.toThrow('newer version');
  });
});

const noDisk = diskMissing();
const skipped = noDisk !== null && !process.env['CI'];
describe.skipIf(skipped)(`A disk of its own${skipped ? `, skipped: ${noDisk}` : ''}`, () => {
  it('that is full is told as full; nothing is lost, and it goes on once there is room', async () => {
    const disk = mounted('size=2m');
    const at = join(disk, 'mim-setup.db');
    const store = await open(false, at);
    const taken: string[] = [];
    let told: unknown;
    // Far more than there is room for.
    for (let count = 0; told === undefined && count < 10_000; count++) {
      const step = firstStep();
      told = await store.commit(step).then(
        () => void taken.push(step.id),
        (error: unknown) => error,
      );
    }
    expect(told, `after ${taken.length} installations`).toMatchObject({ reason: 'full' });
    expect((told as Error).message).toContain('make room');
    execFileSync('mount', ['-o', 'remount,size=8m', disk]);
    const { id } = await eventually(() => begun(store));
    await store.close();
    const again = await open(true, at);
    expect((await again.list(10_000)).map((row) => row.id).sort()).toEqual([...taken, id].sort());
    await again.close();
  });

  it('that can only be read is told so, at the start and later', async () => {
    const disk = mounted('size=8m');
    const at = join(disk, 'mim-setup.db');
    const store = await open(false, at);
    await begun(store);
    await store.close();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    await expect(open(true, at)).rejects.toThrow(/cannot be (?:written|opened)/);
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    const again = await open(true, at);
    expect(await again.list(10)).toHaveLength(1);
    await again.close();
  });
});

function emptyDatabase(at: string): void {
  rmSync(at);
  const db = new DatabaseSync(at);
  db.exec('create table a (b); drop table a');
  db.close();
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  writeFileSync(file, bytes);
}

async function read(store: Store, id: string): Promise<'whole' | 'gone' | 'damaged' | 'unavailable'> {
  try {
    const saved = await store.load(id);
    if (!saved) return 'gone';
    return saved.kept ? 'whole' : 'damaged';
  } catch (error) {
    if (error instanceof StoreUnavailable) return 'unavailable';
    throw error;
  }
}

function mounted(options: string): string {
  const disk = mkdtempSync(join(folder, 'disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]);
  onTestFinished(() => void execFileSync('umount', ['-l', disk]));
  return disk;
}

/** Why no disk can be had, or null. */
function diskMissing(): string | null {
  const at = mkdtempSync(join(tmpdir(), 'mim-setup-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' });
    execFileSync('umount', [at]);
    return null;
  } catch {
    return 'this user may mount no disk';
  } finally {
    if (existsSync(at)) rmSync(at, { recursive: true, force: true });
  }
}
