import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../server/store/openStore.ts';
import { Client } from '../client.ts';
import { startService } from './against.ts';
import { type Figures, load } from './load.ts';
import { withoutKey } from './seeded.ts';
import { copies } from './stored.ts';

export interface Grown {
  readonly stored: number;
  readonly startedIn: number;
  readonly memory: number;
  readonly step: Figures;
  readonly read: Figures;
  readonly list: Figures;
  readonly filtered: Figures;
  readonly metrics: Figures;
}

/** What it costs with so many stored installations. */
export async function grown(folder: string, stored: number, seconds: number, database?: () => Promise<string>): Promise<Grown> {
  const seed = join(folder, `seed-${stored}`);
  {
    await using service = await startService(seed);
    const client = new Client(service.url);
    let view = await client.begin();
    view = (await client.event(view.id, { type: 'submit', page: 'welcome', answers: {} })).body;
  }
  const data = join(folder, `grown-${stored}`);
  mkdirSync(data, { mode: 0o700 });
  const url = await database?.();
  const report = (error: unknown) => {
    throw error;
  };
  const [from, to] = await Promise.all([
    openStore({ file: join(seed, 'mim-setup.db'), report }),
    openStore({ database: url, file: join(data, 'mim-setup.db'), report }),
  ]);
  await to.restore(withoutKey(copies(from.records(), stored)));
  await Promise.all([from.close(), to.close()]);

  await using service = await startService(data, url);
  const client = new Client(service.url);
  const { id } = await client.begin();
  const ask = (path: string) =>
    load(service, { connections: 1, seconds, requests: () => [{ method: 'GET', path: `/api/v1/installations${path}` }] });
  const events = `/api/v1/installations/${id}/events`;
  const step = await load(service, {
    connections: 1,
    seconds,
    requests: () => [
      { method: 'POST', path: events, body: { type: 'submit', page: 'welcome', answers: {} } },
      { method: 'POST', path: events, body: { type: 'back' } },
    ],
  });
  return {
    stored,
    startedIn: service.startedIn,
    step,
    read: await ask(`/${id}`),
    list: await ask('?limit=50'),
    filtered: await ask('?limit=50&status=postInstallation'),
    metrics: await load(service, { connections: 1, seconds, requests: () => [{ method: 'GET', path: '/metrics' }] }),
    memory: service.memory(),
  };
}

/** Steps of one installation, in the order in which they came: what the first cost, and what the last. */
export async function longJourney(folder: string, steps: number): Promise<{ readonly first: number; readonly last: number }> {
  await using service = await startService(join(folder, 'journey'));
  const client = new Client(service.url);
  const { id } = await client.begin();
  const walk = async (count: number) => {
    const before = service.cpu();
    for (let number = 0; number < count; number += 2) {
      await client.event(id, { type: 'submit', page: 'welcome', answers: {} }, {});
      await client.event(id, { type: 'back' }, {});
    }
    return (service.cpu() - before) / count;
  };
  // The compilers warm up on another one.
  const warm = await client.begin();
  for (let number = 0; number < 400; number++) {
    await client.event(warm.id, { type: 'submit', page: 'welcome', answers: {} }, {});
    await client.event(warm.id, { type: 'back' }, {});
  }
  const first = await walk(200);
  await walk(steps - 400);
  return { first, last: await walk(200) };
}
