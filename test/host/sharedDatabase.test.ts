import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditTrail } from '../../server/view/auditTrail.ts';
import { answersFor } from '../answers.ts';
import { follow } from '../http/follow.ts';
import { type Served, serve } from '../http/service.ts';
import { type Postgres, postgresMissing, startPostgres } from '../peers/postgres/startPostgres.ts';

const key = 'c'.repeat(64);

describe.skipIf(postgresMissing && !process.env['CI'])(
  `Two services that share a database${postgresMissing ? `: ${postgresMissing}` : ''}`,
  () => {
    let server: Postgres;
    let one: Served;
    let other: Served;
    beforeAll(async () => {
      server = await startPostgres();
      const database = await server.create();
      [one, other] = [await serve({ database, key }), await serve({ database, key })];
    });
    afterAll(async () => {
      await one?.[Symbol.asyncDispose]();
      await other?.[Symbol.asyncDispose]();
      await server?.[Symbol.asyncDispose]();
    });

    it('are one to their clients: each step may go to either, and its check is waited for there', async () => {
      let view = await one.client.begin();
      for (let steps = 0; view.status === 'asking' || view.status === 'warning'; steps++) {
        view = await (steps % 2 ? one : other).client.step(view, answersFor('C'));
        expect(await one.client.view(view.id)).toEqual(view);
      }
      expect(view.status).toBe('ready');
      for (const { client } of [one, other])
        expect((await client.request<AuditTrail>('GET', `/api/v1/installations/${view.id}/audit`)).body.seals).toEqual({
          since: 1,
          broken: null,
        });
    });

    it('begin a copy of what was begun at the other one, once, whichever of them is asked again', async () => {
      const { view } = await one.client.walk(await one.client.begin(), answersFor('C'));
      const wish = { mode: 'rehearsal', copyOf: view.id };
      const ask = (service: Served) =>
        service.client.request('POST', '/api/v1/installations', wish, { 'Idempotency-Key': 'copy' });
      const first = await ask(other);
      expect([first.status, first.body]).toMatchObject([201, { stopped: { page: 'signIn', reason: 'invalid' } }]);
      expect((await ask(one)).body).toEqual(first.body);
    });

    it('wake whoever waits or follows at the other one', async () => {
      const { id } = await one.client.begin();
      await using follower = await follow(`${other.url}/api/v1/installations/${id}/stream`);
      const waiting = other.client.request('GET', `/api/v1/installations/${id}`, undefined, {
        'If-None-Match': '"1"',
        Prefer: 'wait=60',
      });
      await one.client.event(id, { type: 'cancel' });
      expect((await waiting).body).toMatchObject({ revision: 2, status: 'cancelled' });
      expect((await follower.until(({ id: revision }) => revision === '2')).data).toMatchObject({ status: 'cancelled' });
    });

    it('answer a repeat with the same key as the other one has', async () => {
      const headers = { 'Idempotency-Key': 'shared' };
      const begin = ({ client }: Served) => client.request('POST', '/api/v1/installations', { mode: 'rehearsal' }, headers);
      const [first, second] = [await begin(one), await begin(other)];
      expect([second.status, second.body]).toEqual([201, first.body]);
    });
  },
);
