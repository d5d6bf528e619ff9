import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginWalk } from '../../server/answers/beginWalk.ts';
import { walks } from '../../server/answers/walks.ts';
import { goOnWithCutOffWalks } from '../../server/host/cutOffWalks.ts';
import { Secrets } from '../../server/host/secrets/secrets.ts';
import { Steps } from '../../server/host/steps.ts';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import type { Step } from '../../server/store/step.ts';
import type { Store } from '../../server/store/store.ts';
import { StoreUnavailable } from '../../server/store/unavailable.ts';
import { answersFor } from '../answers.ts';

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
    const counting = over(store, {
      walkedOn: (...asked) => store.walkedOn(...asked).finally(() => looks++),
      load: (id) => store.load(id).finally(() => loads++),
    });
    await watched(async () => expect.poll(() => looks).toBeGreaterThan(4), counting, resumed);
    expect(resumed).toEqual([]);
    expect(loads).toBe(1);
    expect(await store.revision(row.id)).toBe(row.revision);
  });
});

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
  return over(store, { commit });
}

function over(whole: Store, changed: Partial<Store>): Store {
  return new Proxy(whole, {
    get: (target, name: keyof Store) => changed[name] ?? (target[name] as (...args: never[]) => unknown).bind(target),
  });
}

function fail(error: unknown): void {
  expect.unreachable(String(error));
}
