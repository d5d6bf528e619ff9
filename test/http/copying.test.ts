import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../server/store/rows.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { type Served, serve } from './service.ts';

let served: Served;
let ready: View;

const answers = answersFor('E', ['service']);
const signIn = {
  method: 'clientCredentials',
  tenant: 'contoso.onmicrosoft.com',
  clientId: '48b15b07-ae4a-ae4a-ae4a-8850556d6b76',
  clientSecret: 'Sign@in1',
};

beforeAll(async () => {
  served = await serve({ rehearsal: { pace: 0 } });
  ({ view: ready } = await served.client.walk(await served.client.begin(), { ...answers, signIn }));
  expect(ready.page.id).toBe('ready');
});
afterAll(() => served[Symbol.asyncDispose]());

interface Refused {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

describe('A copy of another installation', () => {
  it('begins with its answers, and stops where a secret is missing; what is known is filled in', async () => {
    const { status, body } = await begin({ copyOf: ready.id });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      page: { id: 'signIn', answers: { method: 'clientCredentials', clientId: signIn.clientId } },
      trail: ['welcome', 'licenseAgreement', 'cloud', 'signIn'],
      stopped: { page: 'signIn', reason: 'invalid', problems: [{ field: 'clientSecret' }] },
    });
    expect(body.page.answers).not.toHaveProperty('clientSecret');
    expect((await served.client.view(ready.id)).revision).toBe(ready.revision);
  });

  it('goes on, once its secrets are given beside it, field by field, to the first warning, which nobody has seen here', async () => {
    const pages = { signIn: { clientSecret: 'Sign@in1' }, serviceAccount: { password: 'Pass@word1' } };
    const { body } = await begin({ copyOf: ready.id, answers: { pages } });
    const stopped = await served.client.until(body.id, 'warning');
    expect(stopped.stopped).toEqual({ page: 'accountSecurityWarning', reason: 'warning', problems: [] });
    expect(await answersOf(stopped.id)).toMatchObject({
      pages: { database: answers['database'], signIn: { method: signIn.method } },
    });
  });

  it('has what differs by the answers beside it, and comes to the same place with the warnings taken on', async () => {
    const file = {
      pages: {
        signIn: { clientSecret: 'Sign@in1' },
        serviceAccount: { password: 'Pass@word1' },
        database: { name: 'FIMServiceTwo' },
      },
      acknowledge: ['accountSecurityWarning'],
    };
    const { body } = await begin({ copyOf: ready.id, answers: file });
    const view = await served.client.until(body.id, 'ready');
    expect(view.trail).toEqual(ready.trail);
    expect(view.unused).toEqual([]);
    const { pages } = await answersOf(ready.id);
    expect(await answersOf(view.id)).toEqual({
      pages: { ...pages, database: { ...pages['database'], name: 'FIMServiceTwo' } },
      acknowledge: ['accountSecurityWarning'],
    });
  });

  it('does not have its overrides: the check is made here, and stands in the way', async () => {
    const pages = { ...answers, signIn, database: { ...answers['database'], server: 'sql.invalid' } };
    const { view } = await served.client.walk(await served.client.begin(), pages);
    const { body: on } = await served.client.event(view.id, {
      type: 'override',
      check: 'database-reachable',
      reason: 'It is known on Monday.',
    });
    expect(on.page.id).not.toBe('database');
    const { body } = await begin({ copyOf: view.id, answers: { pages: { signIn: { clientSecret: 'Sign@in1' } } } });
    const copy = await untilStopped(body.id);
    expect(copy.stopped).toMatchObject({ page: 'database', reason: 'check-failed' });
  });

  it('says in its journal whose copy it is, and nowhere a secret', async () => {
    const { body } = await begin({ copyOf: ready.id });
    const { body: history } = await served.client.request<HistoryEntry[]>('GET', `/api/v1/installations/${body.id}/history`);
    expect(history[0]?.event).toMatchObject({ type: 'begin', copyOf: ready.id });
    expect(JSON.stringify(history)).not.toMatch(/Sign@in1|Pass@word1/);
  });

  it('can be one of an installation that was cancelled: its secrets are gone, its answers are not', async () => {
    const { view } = await served.client.walk(await served.client.begin(), { ...answers, signIn });
    await served.client.event(view.id, { type: 'cancel' });
    const { body } = await begin({ copyOf: view.id, answers: { pages: { signIn: { clientSecret: 'Sign@in1' } } } });
    expect((await untilStopped(body.id)).stopped).toMatchObject({ page: 'serviceAccount', reason: 'invalid' });
  });

  it('can be one of an installation that is finished, and a live one of a rehearsal', async () => {
    const file = { pages: { ...answers, signIn }, acknowledge: ['accountSecurityWarning'], install: true, complete: 'all' };
    const begun = await begin({ answers: file });
    await served.client.until(begun.body.id, 'finished');
    const { status, body } = await begin({ mode: 'live', copyOf: begun.body.id });
    expect([status, body]).toMatchObject([201, { mode: 'live', stopped: { page: 'signIn', reason: 'invalid' } }]);
  });

  it.each([
    ['that there is none of this id', randomUUID(), /no such installation/],
    ['that it is no id', 'the other one', /./],
  ])('is refused, and begins nothing, telling at its field %s', async (_what, copyOf, message) => {
    const before = await count();
    const { status, body } = await begin<Refused>({ copyOf });
    expect([status, body.code]).toEqual([422, 'invalid-request']);
    expect(body.errors).toEqual([{ field: 'copyOf', code: 'invalid', message: expect.stringMatching(message) }]);
    expect(await count()).toBe(before);
  });

  it('is refused where that one is damaged', async () => {
    const data = join(served.folder, 'damaged');
    const { id } = await (async () => {
      await using own = await serve({ data });
      return await own.client.begin();
    })();
    const database = new DatabaseSync(join(data, 'mim-setup.db'));
    database.exec(`update installation set kept = substr(kept, 1, length(kept) - 7) where id = '${id}'`);
    database.close();
    await using own = await serve({ data });
    const wish = { mode: 'rehearsal', copyOf: id };
    const { status, body } = await own.client.request<Refused>('POST', '/api/v1/installations', wish);
    expect([status, body.code, body.errors[0]?.field]).toEqual([422, 'invalid-request', 'copyOf']);
    expect(body.detail).toMatch(/does not agree with its checksum/);
  });

  it('is refused where the answers beside it are not valid', async () => {
    const { status, body } = await begin<Refused>({ copyOf: ready.id, answers: { pages: { database: { host: 'a' } } } });
    expect([status, body.code, body.errors.map(({ field }) => field)]).toEqual([422, 'invalid-answers', ['database.host']]);
  });

  it('is begun once by a request with an Idempotency-Key, and told the same when the other one is gone', async () => {
    const { id } = await served.client.begin();
    await served.client.event(id, { type: 'cancel' });
    const send = () => begin({ copyOf: id }, { 'Idempotency-Key': 'copy' });
    const first = await send();
    expect((await served.client.request('DELETE', `/api/v1/installations/${id}`)).status).toBe(204);
    const before = await count();
    const second = await send();
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(await count()).toBe(before);
    expect((await begin<Refused>({ copyOf: ready.id }, { 'Idempotency-Key': 'copy' })).body.code).toBe('idempotency-key-reused');
  });
});

function begin<Body = View>(wish: object, headers: Readonly<Record<string, string>> = {}) {
  return served.client.request<Body>(
    'POST',
    '/api/v1/installations',
    { mode: 'rehearsal', rehearsal: { pace: 0 }, ...wish },
    headers,
  );
}

async function untilStopped(id: string): Promise<View> {
  await expect.poll(async () => (await served.client.view(id)).walking).toBe(false);
  return served.client.view(id);
}

async function answersOf(id: string): Promise<{ pages: Record<string, Record<string, unknown>> }> {
  const path = `/api/v1/installations/${id}/answers`;
  return (await served.client.request<{ pages: Record<string, Record<string, unknown>> }>('GET', path)).body;
}

async function count(): Promise<number> {
  return (await served.client.request<{ items: unknown[] }>('GET', '/api/v1/installations?limit=200')).body.items.length;
}
