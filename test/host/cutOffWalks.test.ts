import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginWalk } from '../../server/answers/beginWalk.ts';
import { walks } from '../../server/answers/walks.ts';
import { goOnWithCutOffWalks } from '../../server/host/cutOffWalks.ts';
import { Secrets } from '../../server/host/secrets/secrets.ts';
import { Steps } from '../../server/host/steps.ts';
import type { Saved } from '../../server/store/rows.ts';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import type { Step } from '../../server/store/step.ts';
import type { Store } from '../../server/store/store.ts';
import { StoreUnavailable } from '../../server/store/unavailable.ts';
import { answersFor } from '../answers.ts';
import { Walk } from '../chart/walk.ts';
import { storeWith } from '../store/storeWith.ts';
import { savedFrom } from './loadedFrom.ts';

const masterKey = Buffer.alloc(32, 7);
const { licenseAgreement = {}, cloud = {} } = answersFor('C');
const file = { pages: { licenseAgreement, cloud }, acknowledge: [], override: [], settle: {}, install: false, complete: {} };

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-walks-'));
  store = await openSqliteStore({ path: join(folder, 'walks.db'), report: fail });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('A walk that is cut off between two steps', () => {
  it.each([1, 2, 3])('goes on by another process, from where it was after %i commits', async (commits) => {
    const dying = stepsOver(dyingAfter(commits));
    const { id } = (await dying.begin({ mode: 'rehearsal' }, { who: 'test', then: beginWalk(file, 'test') })).row;
    const cutOff = await store.load(id);
    expect(JSON.parse(cutOff!.walk!)).toMatchObject({ stopped: null });

    await watched(async () => {
      await expect.poll(async () => JSON.parse((await store.load(id))!.walk!)).toMatchObject({ stopped: { page: 'signIn' } });
    });
    const journal = await store.history(id);
    expect(journal.map(({ event, to }) => [event.type, to])).toEqual([
      ['begin', 'welcome'],
      ['replay', 'welcome'],
      ['submit', 'licenseAgreement'],
      ['submit', 'cloud'],
      ['submit', 'signIn'],
    ]);
  });

  it('is told from one that has stopped, which is looked at once and left alone', async () => {
    const steps = stepsOver(store);
    const { row } = await steps.begin({ mode: 'rehearsal' }, { who: 'test', then: beginWalk(file, 'test') });
    const resumed: string[] = [];
    let [looks, loads] = [0, 0];
    const counting = storeWith(store, {
      walkedOn: (...asked) => store.walkedOn(...asked).finally(() => looks++),
      load: (id) => store.load(id).finally(() => loads++),
    });
    await watched(async () => expect.poll(() => looks).toBeGreaterThan(4), counting, resumed);
    expect(resumed).toEqual([]);
    expect(loads).toBe(1);
    expect(await store.revision(row.id)).toBe(row.revision);
  });
});

describe('The look for walks that were cut off', () => {
  it('finds all that stand still, however many there are', async () => {
    const many = Array.from({ length: 250 }, (_, n) => ({ id: `i${n}`, revision: 3, updatedAt: `2026-01-01T00:00:${n}` }));
    const asked: string[] = [];
    const { resumed } = await looks(2, {
      walkedOn: async (limit, after) => {
        const from = many.findIndex(({ id }) => id === after.id) + 1;
        asked.push(after.id);
        return many.slice(from, from + limit);
      },
    });
    expect(resumed).toEqual(many.map(({ id }) => id));
    expect(asked).toEqual(['', 'i99', 'i199', '', 'i99', 'i199']);
  });

  it('leaves alone what has moved since, and what waits, and looks at it anew once it moves', async () => {
    const revisions = [3, 4, 4, 4, 5, 5];
    let isToMove = false;
    let loads = 0;
    const { resumed } = await looks(6, {
      walkedOn: async (_limit, { id }) => {
        if (id !== '') return [];
        const revision = revisions.shift()!;
        if (revision === 5) isToMove = true;
        return [{ id: 'i', revision, updatedAt: '2026-01-01T00:00:00Z' }];
      },
      load: async () => {
        loads += 1;
        return atFirstPage;
      },
      next: () => isToMove,
    });
    expect(loads).toBe(2);
    expect(resumed).toEqual(['i']);
  });

  it('goes back by as much as clocks may differ, from its last look on', async () => {
    const begun = Date.now();
    const since: number[] = [];
    await looks(3, {
      walkedOn: async (_limit, { updatedAt }) => {
        since.push(Date.parse(updatedAt));
        return [];
      },
    });
    expect(since[0]).toBeGreaterThanOrEqual(begun - 300_000);
    expect(since[0]).toBeLessThan(begun - 200_000);
    expect(since[2]).toBeGreaterThan(since[0]!);
    expect(since.toSorted((one, other) => one - other)).toEqual(since);
  });

  it('goes back to the last one that was whole, where the storage was away', async () => {
    const since: string[] = [];
    let isAway = true;
    const { reports } = await looks(3, {
      walkedOn: async (_limit, { updatedAt }) => {
        since.push(updatedAt);
        if (!isAway) return [];
        isAway = false;
        throw new StoreUnavailable('away', 'It is away.');
      },
    });
    expect(since[1]).toBe(since[0]);
    expect(since[2]! > since[1]!).toBe(true);
    expect(reports).toEqual([]);
  });

  it('reports a fault, and goes on', async () => {
    const { reports } = await looks(3, { walkedOn: () => Promise.reject(new Error('A fault.')) });
    const told = ['A fault.', { call: 'walk' }];
    expect(reports.map(([error, about]) => [(error as Error).message, about])).toEqual([told, told]);
  });

  it.each<[string, () => Promise<Saved | undefined>, string[]]>([
    ['is gone', async () => undefined, []],
    ['is damaged', async () => ({ ...atFirstPage, kept: undefined }), []],
    ['was kept by another chart', async () => ({ ...atFirstPage, chart: 'another' }), []],
    ['cannot be read by a fault', () => Promise.reject(new Error('A fault.')), ['A fault.']],
  ])('goes on with none that %s', async (_, load, told) => {
    const walkedOn = async (_limit: number, { id }: { readonly id: string }) =>
      id === '' ? [{ id: 'i', revision: 3, updatedAt: '2026-01-01T00:00:00Z' }] : [];
    const { resumed, reports } = await looks(3, { walkedOn, load });
    expect(resumed).toEqual([]);
    expect(reports.slice(0, 1).map(([error]) => (error as Error).message)).toEqual(told);
  });
});

const atFirstPage = savedFrom(new Walk().kept);

interface Looked {
  readonly walkedOn: Store['walkedOn'];
  readonly load?: Store['load'];
  /** Whether an installation is to take a step by itself. */
  next?(): boolean;
}

/** Looks so many times, and tells with which it went on, and what was reported before the last look. */
async function looks(times: number, { walkedOn, load = async () => atFirstPage, next = () => true }: Looked) {
  const stopping = new AbortController();
  const resumed: string[] = [];
  const reports: [error: unknown, about: object][] = [];
  let left = times;
  const stopAfterLast = () => {
    left -= 1;
    if (left === 0) stopping.abort();
  };
  await goOnWithCutOffWalks({
    store: {
      walkedOn: (limit, after) => {
        if (after.id === '') stopAfterLast();
        return walkedOn(limit, after);
      },
      load,
    },
    autopilot: { keep: () => null, next: () => (next() ? { event: { type: 'back' }, who: 'ann' } : undefined) },
    resumeWalk: async (id) => void resumed.push(id),
    report: (error, about) => reports.push([error, about]),
    stopping: stopping.signal,
    every: 5,
  });
  return { resumed, reports };
}

/** Does something while another process looks for walks that were cut off. */
async function watched(act: () => Promise<unknown>, looked: Store = store, resumed: string[] = []): Promise<void> {
  const stopping = new AbortController();
  const steps = stepsOver(store);
  const resumeWalk = (id: string) => {
    resumed.push(id);
    return steps.resumeWalk(id);
  };
  const { signal } = stopping;
  const watching = goOnWithCutOffWalks({
    store: looked,
    autopilot: walks,
    resumeWalk,
    report: fail,
    stopping: signal,
    every: 10,
  });
  await act();
  stopping.abort();
  await watching;
}

function stepsOver(used: Store): Steps {
  const services = () => expect.unreachable('No service is called.');
  const settings = { store: used, masterKey, servicesFor: services, installsHere: true, autopilot: walks, report: () => {} };
  return new Steps(settings, new Secrets(used, masterKey));
}

/** The store as a process sees it that can write so often and no more. */
function dyingAfter(commits: number): Store {
  let left = commits;
  const commit = (...steps: Step[]) => {
    if (left === 0) return Promise.reject(new StoreUnavailable('away', 'It is gone.'));
    left -= 1;
    return store.commit(...steps);
  };
  return storeWith(store, { commit });
}

function fail(error: unknown): void {
  expect.unreachable(String(error));
}
