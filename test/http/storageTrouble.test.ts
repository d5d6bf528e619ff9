import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import { type Reason, StoreUnavailable } from '../../server/store/unavailable.ts';
import { answersFor } from '../answers.ts';
import { serve } from './service.ts';

describe('While the database is locked by another program', () => {
  it('whatever changes something is refused by name, and told when to try again; readiness tells it too', async () => {
    await using served = await serve();
    const { id } = await served.client.begin();
    using _lock = lockOn(served.folder);
    for (const request of [
      served.api.post(`/api/v1/installations/${id}/events`).send({ type: 'cancel' }),
      served.api.get('/readyz'),
    ]) {
      const { body, headers } = await request.expect(503);
      expect(body).toMatchObject({ code: 'storage-unavailable', detail: expect.stringContaining('locked') });
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    expect((await served.client.view(id)).status).toBe('asking');
  });

  it('no outcome of a check is lost: it is brought again until it is taken', async () => {
    await using served = await serve();
    let view = await served.client.begin();
    while (view.page.id !== 'signIn') view = await served.client.step(view, answersFor('C'));
    await served.client.event(view.id, { type: 'submit', page: 'signIn', answers: { method: 'deviceCode' } }, {});
    {
      using _lock = lockOn(served.folder);
      // By now the check has ended, and its outcome has been refused.
      await expect.poll(() => served.logged(), { timeout: 30_000 }).toContain('is locked by another program');
      expect((await served.client.view(view.id)).status).toBe('checking');
    }
    expect((await served.client.until(view.id, 'asking')).page.id).toBe('components');
    await served.api.get('/readyz').expect(200);
  });
});

describe('Storage that cannot be used', () => {
  it.each([
    ['full', 507, 'storage-full'],
    ['read-only', 507, 'storage-full'],
    ['away', 503, 'storage-unavailable'],
    ['damaged', 503, 'storage-unavailable'],
  ] as const)('because it is %s is told by readiness and by every request as %i %s', async (reason: Reason, status, code) => {
    await using served = await serve();
    const { id } = await served.client.begin();
    const { installations } = served.service;
    const gone = () => Promise.reject(new StoreUnavailable(reason, 'What is wrong, and what to do.', { retryAfter: 7 }));
    vi.spyOn(installations, 'health').mockImplementation(gone);
    vi.spyOn(installations, 'step').mockImplementation(gone);
    for (const request of [
      served.api.get('/readyz'),
      served.api.post(`/api/v1/installations/${id}/events`).send({ type: 'cancel' }),
    ]) {
      const { body, headers } = await request.expect(status);
      expect(body).toMatchObject({ code, detail: 'What is wrong, and what to do.' });
      expect(headers['retry-after']).toBe('7');
    }
    expect(served.logged()).not.toContain('a request went wrong');
  });
});

function lockOn(folder: string): Disposable {
  const database = new DatabaseSync(join(folder, 'mim-setup.db'));
  database.exec('begin immediate');
  return { [Symbol.dispose]: () => database.close() };
}
