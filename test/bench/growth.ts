import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../server/store/openStore.ts';
import { Client } from '../client.ts';
import { backToWelcome, type Settings, startService, thereAndBack } from './against.ts';
import { type Asked, type Figures, load } from './load.ts';
import { withoutKey } from './seeded.ts';
import { copies } from './stored.ts';

const kinds = ['step', 'read', 'list', 'filtered', 'metrics'] as const;
type Kind = (typeof kinds)[number];

/** What it costs with so many stored installations: each kind of request by its rounds, at one connection. */
export interface Grown extends Readonly<Record<Kind, readonly Figures[]>> {
  readonly stored: number;
  readonly startedIn: number;
  /** After all of it, bytes. */
  readonly memory: number;
}

/** Measures a service for each number of stored installations, in turn, several times over. */
export async function grown(
  folder: string,
  sizes: readonly number[],
  { rounds, seconds, warmUp }: Pick<Settings, 'rounds' | 'seconds' | 'warmUp'>,
): Promise<Grown[]> {
  await using running = new AsyncDisposableStack();
  const all: Measuring[] = [];
  for (const stored of sizes) {
    const service = running.use(await startService(await filled(folder, stored)));
    const client = new Client(service.url);
    const { id } = await client.begin();
    const ask = async (kind: Kind, duration: number) => {
      const figures = await load(service, { connections: 1, seconds: duration, requests: () => requestsOf(kind, id) });
      if (kind === 'step') await backToWelcome(client, [id]);
      return figures;
    };
    all.push({ stored, service, ask, step: [], read: [], list: [], filtered: [], metrics: [] });
  }
  for (const { ask } of all) for (const kind of kinds) await ask(kind, kind === 'step' ? warmUp : seconds);
  for (let round = 0; round < rounds; round++)
    for (const kind of kinds) for (const one of all) one[kind].push(await one.ask(kind, seconds));
  return all.map(({ service, ask: _, ...figures }) => ({
    ...figures,
    startedIn: service.startedIn,
    memory: service.memory(),
  }));
}

interface Measuring extends Record<Kind, Figures[]> {
  readonly stored: number;
  readonly service: Awaited<ReturnType<typeof startService>>;
  ask(kind: Kind, seconds: number): Promise<Figures>;
}

function requestsOf(kind: Kind, id: string): readonly Asked[] {
  const get = (path: string): Asked[] => [{ method: 'GET', path }];
  switch (kind) {
    case 'step':
      return thereAndBack(id, 'service');
    case 'read':
      return get(`/api/v1/installations/${id}`);
    case 'list':
      return get('/api/v1/installations?limit=10');
    case 'filtered':
      return get('/api/v1/installations?limit=10&status=postInstallation');
    case 'metrics':
      return get('/metrics');
  }
}

/** A data folder with so many installations. */
async function filled(folder: string, stored: number): Promise<string> {
  const seed = join(folder, `seed-${stored}`);
  {
    await using service = await startService(seed);
    const client = new Client(service.url);
    const view = await client.begin();
    await client.event(view.id, { type: 'submit', page: 'welcome', answers: {} });
  }
  const data = join(folder, `grown-${stored}`);
  mkdirSync(data, { mode: 0o700 });
  const report = (error: unknown) => {
    throw error;
  };
  const from = await openStore({ file: join(seed, 'mim-setup.db'), report });
  const to = await openStore({ file: join(data, 'mim-setup.db'), report });
  await to.restore(withoutKey(copies(from.records(), stored)));
  await Promise.all([from.close(), to.close()]);
  return data;
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
