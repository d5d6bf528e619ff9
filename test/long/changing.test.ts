import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPageId } from '../../machines/pages/screens.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { MortalService } from '../host/mortalService.ts';
import { type Served, serve } from '../http/service.ts';
import { walkToReady } from '../http/walkToReady.ts';
import { type Postgres, postgresMissing, startPostgres } from '../peers/postgres/startPostgres.ts';

const stores = [
  { store: 'the file', skipped: false },
  {
    store: `PostgreSQL${postgresMissing ? `: ${postgresMissing}` : ''}`,
    skipped: postgresMissing !== null && !process.env['CI'],
  },
];

describe.each(stores)('A change from ready, kept in $store', ({ store, skipped }) => {
  let postgres: Postgres | undefined;
  let served: Served;
  beforeAll(async () => {
    if (skipped) return;
    if (store !== 'the file') postgres = await startPostgres();
    served = await serve(postgres ? { database: await postgres.create(), key: 'c'.repeat(64) } : {});
  });
  afterAll(async () => {
    await served?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });

  it.skipIf(skipped).each(['C', 'F', 'I'] as const)(
    'with option %s: each page to what it was asks nothing and comes back',
    async (option) => {
      const ready = await walkToReady(served.client, option);
      const pages = ready.trail.filter(isPageId);
      for (const page of pages) {
        const view = await served.client.event(ready.id, { type: 'change', page, answers: await answersOf(ready, page) });
        expect.soft([page, view.body.page.id, view.body.change]).toEqual([page, 'ready', null]);
        expect.soft(view.body.trail, page).toEqual(ready.trail);
      }
      const { body } = await served.client.request<{ event: { type: string } }[]>(
        'GET',
        `/api/v1/installations/${ready.id}/history`,
      );
      const since = body.slice(ready.revision).map(({ event }) => event.type);
      expect(since.filter((type) => type === 'change')).toHaveLength(pages.length);
      expect(since.every((type) => ['change', 'ended'].includes(type))).toBe(true);
    },
  );

  async function answersOf({ id }: View, page: string): Promise<unknown> {
    const path = `/api/v1/installations/${id}/pages/${page}`;
    return (await served.client.request<{ page: View['page'] }>('GET', path)).body.page.answers;
  }
});

describe('A change', { timeout: 120_000 }, () => {
  it('goes on where it was, when the service is killed while its checks run, and asks what it would have asked', async () => {
    await using service = await MortalService.start();
    const ready = await walkToReady(service.client, 'C', ['service', 'portal']);
    const features = ['service', 'portal', 'resetPortal'];
    const changes = [
      { page: 'cloud', answers: { cloud: 'global' } },
      { page: 'serviceAccount', answers: { ...answersFor('C')['serviceAccount'], email: 'other@contoso.com' } },
      { page: 'components', answers: { features } },
    ];
    for (const [at, change] of changes.entries()) {
      await service.persist(`/api/v1/installations/${ready.id}/events`, { type: 'change', ...change }, `change ${at}`);
      await service.killAndRestart();
      const view = await service.settled(ready.id);
      expect(view.page.id).toBe(change.page === 'components' ? 'resetPortal' : 'ready');
    }
    const { change } = await service.settled(ready.id);
    expect(change?.asks.map(({ page }) => page)).toEqual(['resetPortal', 'resetPortalService']);
  });
});
