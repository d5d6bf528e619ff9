import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPageId, type PageId, type ScreenId } from '../../machines/pages/screens.ts';
import { toChartEvent } from '../../server/host/clientEvents.ts';
import type { PersistedSnapshot } from '../../server/store/snapshot.ts';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../server/store/store.ts';
import { answersFor } from '../answers.ts';
import { outcomes } from './exploring.ts';
import { type PuppetHost, puppetHost } from './puppetHost.ts';
import { resultsOf } from './walk.ts';

const answers = answersFor('E', ['service']);
const who = { who: 'test' };

describe('On start, an installation that an older chart has kept', () => {
  const key = randomBytes(32);
  let folder: string;
  let store: Store;
  let host: PuppetHost;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'older-'));
    await start();
  });
  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  it('is moved over as a step of its own, and its running check is made again', async () => {
    const id = await at('database');
    await submit(id);
    await restartAsOlder(id, { interview: { databases: 'checking' } });
    expect((await host.installations.load(id)).row).toMatchObject({ page: 'database', status: 'checking' });
    expect((await host.installations.journal(id)).at(-1)).toMatchObject({
      who: 'mim-setup',
      event: { type: 'moveOver', from: 'older' },
    });
    await host.end({ type: 'xstate.done.actor.database', output: resultsOf('database') });
    expect((await host.installations.load(id)).row.page).toBe('mailServer');
    expect(host.faults).toEqual([]);
  });

  it('and that waited at ready is at ready, and everything is checked again', async () => {
    const id = await at('ready');
    await restartAsOlder(id, { interview: { review: 'looking' } });
    expect(host.faults).toEqual([]);
    expect((await host.installations.load(id)).row).toMatchObject({ page: 'ready', status: 'ready' });
    expect(await host.calls.underWay('ready')).toMatchObject({ service: 'checkEverything' });
  });

  it('and whose installer runs has its job found again', async () => {
    const id = await at('ready');
    await host.installations.send(id, { type: 'install' }, who);
    await host.end({ type: 'xstate.done.actor.ready', output: [] });
    await restartAsOlder(id, { installation: 'installing' });
    expect(await host.calls.underWay('installing')).toMatchObject({ service: 'install', input: { attempt: 1 } });
    await host.end({ type: 'xstate.done.actor.installing', output: outcomes[0] });
    expect((await host.installations.load(id)).row.page).toBe('postInstallation');
  });

  it('and whose states were called otherwise goes on by its status, and hides no other', async () => {
    const other = await at('cloud');
    const id = await at('ready');
    await host.installations.send(id, { type: 'install' }, who);
    await host.end({ type: 'xstate.done.actor.ready', output: [] });
    await restartAsOlder(id, { engine: 'running' });
    expect(host.faults).toEqual([]);
    expect((await host.installations.load(id)).row).toMatchObject({ page: 'installing', status: 'installing' });
    expect((await host.installations.load(other)).row.page).toBe('cloud');
  });

  async function at(page: ScreenId): Promise<string> {
    const { id } = (await host.installations.begin({ mode: 'rehearsal' }, who)).row;
    for (let now = await host.installations.load(id); now.row.page !== page; now = await host.installations.load(id)) {
      const screen = now.row.page as ScreenId;
      if (now.row.revision > 100) throw new Error(`${page} is not reached: after 100 steps it is at ${screen}`);
      if (now.row.status === 'checking' && isPageId(screen)) {
        await host.end({ type: `xstate.done.actor.${screen}`, output: resultsOf(screen) });
      } else await submit(id);
    }
    return id;
  }

  async function submit(id: string): Promise<void> {
    await host.installations.step(id, async (now, seal) => {
      const { page } = now.row;
      const typed = { type: 'submit', page, answers: answers[page as PageId] ?? {} } as const;
      return { ...(await toChartEvent(now, typed, 'test', seal)), ...who };
    });
  }

  async function restartAsOlder(id: string, value: PersistedSnapshot['value']): Promise<void> {
    await stop();
    const database = new DatabaseSync(join(folder, 'kept.db'));
    const { kept } = database.prepare('select kept from installation where id = ?').get(id) as { kept: string };
    const older = JSON.stringify({ ...(JSON.parse(kept) as PersistedSnapshot), value });
    const digest = createHash('sha256').update(older).digest('hex');
    database.prepare("update installation set chart = 'older', kept = ?, digest = ? where id = ?").run(older, digest, id);
    database.close();
    await start();
    await host.installations.takenUp;
  }

  async function start(): Promise<void> {
    store = await openSqliteStore({ path: join(folder, 'kept.db'), report: (error) => expect.unreachable(String(error)) });
    host = await puppetHost(store, key);
  }

  async function stop(): Promise<void> {
    await host.close();
    await store.close();
  }
});
