import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
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

function lockOn(folder: string): Disposable {
  const database = new DatabaseSync(join(folder, 'mim-setup.db'));
  database.exec('begin immediate');
  return { [Symbol.dispose]: () => database.close() };
}
