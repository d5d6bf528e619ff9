import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { chartVersion } from '../../server/host/chartVersion.ts';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { puppetHost } from '../chart/puppetHost.ts';
import { Walk } from '../chart/walk.ts';
import { type Served, serve } from '../http/service.ts';
import { firstStep } from '../store/steps.ts';
import { actionsIn } from './undisturbed.ts';

describe('A fault while an installer is followed', () => {
  it('is no outcome: it is told in the view, the call is made again, and nothing is done twice', async () => {
    await using served = await serve();
    const { client, folder } = served;
    const { id } = await atReady(served);
    // The rehearsed installer cannot open its log now.
    const log = join(folder, 'jobs', id, '1', 'log.txt');
    mkdirSync(join(log, '..'), { recursive: true });
    symlinkSync(log, log);
    await client.event(id, { type: 'install' });
    await expect
      .poll(async () => (await client.view(id)).progress?.trouble, { timeout: 20_000 })
      .toMatch(/cannot be followed at the moment/);
    const { status, can, problems } = await client.view(id);
    expect({ status, can, problems }).toEqual({ status: 'installing', can: ['cancel'], problems: [] });
    expect(served.logged()).toContain('ELOOP');
    rmSync(log);
    const view = await client.until(id, 'postInstallation', 'failed');
    expect([view.status, view.outcome?.result]).toEqual(['postInstallation', 'succeeded']);
    expect(new Set(actionsIn(folder, id).values())).toEqual(new Set([1]));
  });

  it('or a store that is locked when it ends, loses no outcome and runs nothing again', async () => {
    await using served = await serve();
    const { client, folder } = served;
    const { id } = await atReady(served);
    await client.event(id, { type: 'install' });
    {
      const database = new DatabaseSync(join(folder, 'mim-setup.db'));
      database.exec('begin immediate');
      using _lock = { [Symbol.dispose]: () => database.close() };
      await expect.poll(() => served.logged(), { timeout: 30_000 }).toContain('is locked by another program');
      expect((await client.view(id)).status).toBe('installing');
    }
    expect((await client.until(id, 'postInstallation', 'failed')).status).toBe('postInstallation');
    expect(new Set(actionsIn(folder, id).values())).toEqual(new Set([1]));
  });
});

describe('An installation of which an older version has left open what became of its installer', () => {
  it('may not be deleted before that is known, and cancel finds it out', async () => {
    const store = await openSqliteStore({ path: ':memory:', report: () => {} });
    const walk = new Walk();
    walk.to('ready', answersFor('A', ['portal']));
    const { kept } = walk.end([]).send({ type: 'install' }).breakOff('unexpected');
    const { id } = kept.context;
    const host = await puppetHost(store);
    const { installations } = host;
    const { row } = firstStep();
    await store.commit(firstStep({ id, kept, row: { ...row, status: 'failed', page: 'failed', chart: chartVersion } }));
    await expect(installations.delete(id)).rejects.toMatchObject({ code: 'not-ended' });
    await installations.send(id, { type: 'cancel' }, { who: 'test' });
    expect((await installations.load(id)).row.status).toBe('installing');
    const ended = { result: 'failed', exitCode: 1603, restartNeeded: false, rolledBack: true, message: 'It failed.' };
    await host.end({ type: 'xstate.done.actor.installing', output: ended }, id);
    expect((await installations.load(id)).row.status).toBe('failed');
    await installations.delete(id);
    await host.close();
    await store.close();
  });
});

async function atReady({ client }: Served): Promise<View> {
  const begun = await client.begin();
  const { view } = await client.walk(begun, answersFor('C'));
  return await client.until(view.id, 'ready');
}
