import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { News } from '../../server/store/news.ts';
import { openPostgresStore } from '../../server/store/postgres/openPostgresStore.ts';
import type { Store } from '../../server/store/store.ts';
import { StoreUnavailable } from '../../server/store/unavailable.ts';
import { startCuttableProxy } from '../peers/postgres/cuttableProxy.ts';
import { type Postgres, postgresMissing, startPostgres } from '../peers/postgres/startPostgres.ts';
import { begun, effect, move, worker } from '../store/contract.ts';
import { eventually } from '../store/eventually.ts';
import { firstStep, nextStep } from '../store/steps.ts';

// Where the peer is missing the suite is skipped by name; in CI that is a failure.
const skipped = postgresMissing !== null && !process.env['CI'];

/** Two processes that share a database, each by a proxy of its own. */
async function twoProcesses(server: Postgres) {
  const url = await server.create();
  const proxies = await Promise.all([startCuttableProxy(server.port), startCuttableProxy(server.port)]);
  const through = (port: number) => url.replace(`:${server.port}/`, `:${port}/`);
  const open = (proxy: { readonly port: number }) =>
    openPostgresStore({ url: through(proxy.port), connections: 6, report: () => {} });
  const [first, second] = await Promise.all(proxies.map(open));
  const [toFirst, toSecond] = proxies;
  return {
    first: first!,
    second: second!,
    toFirst: toFirst!,
    toSecond: toSecond!,
    async [Symbol.asyncDispose]() {
      for (const proxy of proxies) proxy.goOn();
      await Promise.all([first!.close(), second!.close()]);
      for (const proxy of proxies) await proxy[Symbol.asyncDispose]();
    },
  };
}

describe.skipIf(skipped)(`Processes that share a database${skipped ? `, skipped: ${postgresMissing}` : ''}`, () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => await server?.[Symbol.asyncDispose]());

  it('all make its tables, when they start at the same time', async () => {
    const url = await server.create();
    const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore({ url, connections: 4, report: () => {} })));
    const { id } = await begun(stores[0]!);
    expect((await stores[2]!.load(id))?.revision).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('take a step once, and each sees at once what another has done', async () => {
    await using both = await twoProcesses(server);
    const { first, second } = both;
    let saved = await begun(first);
    for (let round = 0; round < 20; round++) {
      const step = nextStep(saved);
      const told = await Promise.all([first.commit(step), second.commit(step), first.commit(step), second.commit(step)]);
      expect(told.filter((one) => one === 'taken')).toHaveLength(1);
      const [here, there] = await Promise.all([first.load(saved.id), second.load(saved.id)]);
      expect(here).toEqual(there);
      saved = here!;
    }
    expect(saved.revision).toBe(21);
    expect((await second.journal(saved.id)).map(({ kept }) => kept)).toEqual(
      (await first.journal(saved.id)).map(({ kept }) => kept),
    );
  });

  it('step many installations crosswise, and none of them waits for the other for ever', async () => {
    await using both = await twoProcesses(server);
    const { first, second } = both;
    const ids = await Promise.all(Array.from({ length: 30 }, async () => (await begun(first)).id));
    const walk = async (store: Store, order: readonly string[]) => {
      let taken = 0;
      for (let round = 0; round < 10; round++) {
        const told = await Promise.all(order.map(async (id) => await store.commit(nextStep((await store.load(id))!))));
        taken += told.filter((one) => one === 'taken').length;
      }
      return taken;
    };
    const [here, there] = await Promise.all([walk(first, ids), walk(second, ids.toReversed())]);
    const revisions = await Promise.all(ids.map(async (id) => (await first.revision(id))!));
    expect(revisions.reduce((sum, revision) => sum + revision - 1, 0)).toBe(here! + there!);
  });

  it('remember a request with a key once', async () => {
    await using both = await twoProcesses(server);
    const answering = { scope: 's', key: 'k', digest: 'd' };
    const told = await Promise.all([both.first, both.second].map((store) => store.commit(firstStep({ answering }))));
    expect(told.sort()).toEqual(['repeated', 'taken']);
    expect(await both.first.answered('s', 'k')).toEqual(await both.second.answered('s', 'k'));
  });

  it('agree on what is first proposed', async () => {
    await using both = await twoProcesses(server);
    const told = await Promise.all([both.first.agree('key', 'one'), both.second.agree('key', 'two')]);
    expect(new Set(told).size).toBe(1);
  });

  it('hear of each other’s steps, progress, long logs and deletions', async () => {
    await using both = await twoProcesses(server);
    const { first, second } = both;
    const heard: News[] = [];
    second.listen((news) => heard.push(news));
    const { made, working } = worker(first);
    const { id } = await begun(first);
    await move(first, id, { started: [effect('install')] });
    const { claimed } = await made.next();
    await eventually(async () => expect(heard.at(-1)).toEqual({ type: 'moved', id, revision: 2 }));
    const log = Array.from({ length: 2000 }, (_, line) => `Zeile ${line}: ä😀"\\ ${'x'.repeat(line % 90)}`);
    const installer = { action: 'InstallFiles', phase: 'copying', percent: 7 };
    first.tell(claimed, { installer, log });
    const news = { type: 'progress', id, call: 'install', progress: { installer, log } };
    await eventually(async () => expect(heard.at(-1)).toEqual(news));
    await eventually(async () => expect(await second.told(id)).toEqual({ installer }));
    expect((await second.load(id))?.revision).toBe(2);
    await working.stop();
    await second.delete(id);
    await eventually(async () => expect(heard.at(-1)).toEqual({ type: 'deleted', id }));
  });

  it('make each call in one of them, and call it off wherever it is made', async () => {
    await using both = await twoProcesses(server);
    const { first, second } = both;
    const workers = [worker(first), worker(second)];
    const ids = await Promise.all(
      Array.from({ length: 60 }, async (_, number) => {
        const { id } = await begun(number % 2 ? first : second);
        await move(first, id, { started: [effect('checkPage')] });
        return id;
      }),
    );
    await eventually(async () => expect(workers.reduce((sum, { made }) => sum + made.count, 0)).toBe(60));
    for (const id of ids) await move(second, id, { stopped: ['checkPage'] });
    for (const { made } of workers) {
      for (let left = made.count; left > 0; left--) {
        const { signal } = await made.next();
        await eventually(async () => expect(signal.aborted).toBe(true));
      }
    }
    for (const { working } of workers) await working.stop();
  });

  it('take over within 30 seconds what one of them makes that was cut off; what comes of it later does not count', async () => {
    await using both = await twoProcesses(server);
    const { first, second, toFirst } = both;
    const here = worker(first);
    const { id } = await begun(second);
    await move(second, id, { started: [effect('install')] });
    const mine = await here.made.next();
    toFirst.silence();
    const there = worker(second);
    // The promise is a time: it is waited for no longer.
    const { claimed } = await there.made.next(30_000);
    expect(claimed).toMatchObject({ installation: id, id: 'install', again: true });
    toFirst.goOn();
    await eventually(async () => expect(mine.signal.aborted).toBe(true));
    const late = nextStep((await second.load(id))!, { ended: mine.claimed });
    expect(await eventually(() => first.commit(late))).toBe('unasked');
    expect(await second.commit(nextStep((await second.load(id))!, { ended: claimed }))).toBe('taken');
  }, 120_000);

  it('hear within seconds of what happened while their connection was cut', async () => {
    await using both = await twoProcesses(server);
    const { first, second, toSecond } = both;
    const { id } = await begun(first);
    const heard: News[] = [];
    second.listen(
      (news) => heard.push(news),
      () => [id],
    );
    toSecond.refuse();
    await move(first, id);
    toSecond.goOn();
    await eventually(async () => expect(heard).toContainEqual({ type: 'moved', id, revision: 2 }));
  });

  it('and whose database goes away say so while it is away, and go on by themselves when it is there again', async () => {
    await using own = await startPostgres();
    await using both = await twoProcesses(own);
    const { first, second } = both;
    const saved = await begun(first);
    const heard: News[] = [];
    second.listen(
      (news) => heard.push(news),
      () => [saved.id],
    );
    await own.stop('immediate');
    const asked = [
      () => first.load(saved.id),
      () => first.commit(nextStep(saved)),
      () => first.list(1),
      () => second.health(),
      () => second.agree('a', 'b'),
      () => first.delete(saved.id),
      () => first.saveWalk(saved.id, 1, null),
    ];
    for (const ask of asked) await expect(ask()).rejects.toThrow(StoreUnavailable);
    await own.start();
    await eventually(async () => await first.health());
    expect(await first.load(saved.id)).toEqual(saved);
    expect(await first.commit(nextStep(saved))).toBe('taken');
    await eventually(async () => expect(heard).toContainEqual({ type: 'moved', id: saved.id, revision: 2 }));
  }, 60_000);
});
