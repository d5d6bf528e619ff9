import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { Leash } from '../leash.ts';
import { type Served, serve } from './service.ts';

const answers = answersFor('C');
let served: Served;

beforeAll(async () => {
  served = await serve();
});
afterAll(() => served[Symbol.asyncDispose]());

interface List {
  readonly items: readonly { readonly id: string; readonly name: string; readonly status: string; readonly createdAt: string }[];
  readonly next?: string;
}

describe('Beginning an installation', () => {
  it('replies 201 with the view of its first page, where it is, and its revision', async () => {
    const wish = { name: ' Contoso ', mode: 'rehearsal', package: 'C:\\MIM.msi', rehearsal: { pace: 1 } };
    const { body, headers } = await served.api.post('/api/v1/installations').send(wish).expect(201);
    expect(headers['location']).toBe(`/api/v1/installations/${body.id}`);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({ name: 'Contoso', mode: 'rehearsal', revision: 1, status: 'asking', page: { id: 'welcome' } });
    const { body: again } = await served.api.get(headers['location']!).expect(200);
    expect(again).toEqual(body);
  });

  it.each([
    ['no mode', {}, ['mode']],
    ['a mode that there is not', { mode: 'dry' }, ['mode']],
    ['an empty name', { mode: 'rehearsal', name: ' ' }, ['name']],
    ['a name beyond all measure', { mode: 'rehearsal', name: 'x'.repeat(201) }, ['name']],
    ['what does not belong to it', { mode: 'rehearsal', nmae: 'x', rehearsal: { fialAt: 'x' } }, ['nmae', 'rehearsal.fialAt']],
    [
      'a pace below nought and no number of times',
      { mode: 'rehearsal', rehearsal: { pace: -1, times: 0 } },
      ['rehearsal.times', 'rehearsal.pace'],
    ],
    ['a list', [], ['']],
  ])('is refused as invalid-request with every finding: %s', async (_what, wish, fields) => {
    const { body } = await served.api.post('/api/v1/installations').send(wish).expect(422);
    expect(body.code).toBe('invalid-request');
    const found = body.errors.map(({ field }: { field: string }) => field);
    expect(found.toSorted()).toEqual([...fields].toSorted());
  });

  it('is refused as malformed where it is no JSON', async () => {
    const { body } = await served.api.post('/api/v1/installations').type('json').send('{mode:').expect(400);
    expect(body.code).toBe('malformed');
  });
});

describe('The list', () => {
  it('is newest first, in parts, each once, and ends', async () => {
    await using own = await serve();
    for (const name of ['1', '2', '3', '4', '5']) await own.client.begin({ name, mode: 'rehearsal' });
    const names: string[] = [];
    let next: string | undefined;
    const parts: number[] = [];
    const leash = new Leash();
    do {
      leash.step('The list', () => `${next}`);
      const { body } = await own.client.request<List>('GET', `/api/v1/installations?limit=2${next ? `&cursor=${next}` : ''}`);
      names.push(...body.items.map(({ name }) => name));
      parts.push(body.items.length);
      next = body.next;
    } while (next !== undefined);
    expect(parts).toEqual([2, 2, 1]);
    expect(names.toSorted()).toEqual(['1', '2', '3', '4', '5']);
    const { body } = await own.client.request<List>('GET', '/api/v1/installations');
    expect(body.items.map(({ name }) => name)).toEqual(names);
    const times = body.items.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('has those of one status alone where that is asked for', async () => {
    await using own = await serve();
    const { id } = await own.client.begin();
    await own.client.begin();
    await own.client.event(id, { type: 'cancel' });
    const listed = async (status: string) =>
      (await own.client.request<List>('GET', `/api/v1/installations?status=${status}`)).body.items.map((item) => item.id);
    expect(await listed('cancelled')).toEqual([id]);
    expect(await listed('asking')).toHaveLength(1);
    expect(await listed('finished')).toEqual([]);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=1.5',
    'limit=x',
    'limit=',
    'status=nothing',
    'status=asking&status=ready',
    'cursor=x',
    `cursor=${Buffer.from('a b').toString('base64url')}`,
    `cursor=${Buffer.from('2026-01-01T00:00:00.000Z 00000000-0000-4000-8000-000000000000 x').toString('base64url')}`,
    'cursor=%00',
  ])('refuses as invalid-request: ?%s', async (query) => {
    const { body } = await served.api.get(`/api/v1/installations?${query}`).expect(422);
    expect(body.code).toBe('invalid-request');
    expect(body.errors).toHaveLength(1);
  });
});

describe('The view', () => {
  it('is not sent again to whoever has it: 304 at the same ETag', async () => {
    const { id } = await served.client.begin();
    const path = `/api/v1/installations/${id}`;
    for (const seen of ['"1"', 'W/"1"', '"7", "1"', '*']) {
      const { headers, text } = await served.api.get(path).set('If-None-Match', seen).expect(304);
      expect(headers['etag']).toBe('"1"');
      expect(text).toBe('');
    }
    for (const other of ['"0"', '"11"', 'x', '']) await served.api.get(path).set('If-None-Match', other).expect(200);
  });

  it('is waited for with Prefer: wait until something changes, and 304 after the time', async () => {
    const { id } = await served.client.begin();
    const path = `/api/v1/installations/${id}`;
    const looked = vi.spyOn(served.service.installations, 'load');
    const waiting = served.api.get(path).set({ 'If-None-Match': '"1"', Prefer: 'wait=20' }).expect(200).then();
    await expect.poll(() => looked.mock.settledResults[0]?.type).toBe('fulfilled');
    looked.mockRestore();
    await served.client.event(id, { type: 'submit', page: 'welcome', answers: {} });
    const { body, headers } = (await waiting) as { body: View; headers: Record<string, string> };
    expect(headers['preference-applied']).toBe('wait=20');
    expect(body).toMatchObject({ revision: 2, page: { id: 'licenseAgreement' } });
    await served.api.get(path).set({ 'If-None-Match': '"2"', Prefer: 'respond-async, wait=1' }).expect(304);
    await served.api.get(path).set({ 'If-None-Match': '"1"', Prefer: 'wait=20' }).expect(200);
    await served.api.get(path).set({ Prefer: 'wait=20' }).expect(200);
  });

  it('tells whoever waits for an installation that it is deleted: 404', async () => {
    const { id } = await served.client.begin();
    await served.client.event(id, { type: 'cancel' });
    const path = `/api/v1/installations/${id}`;
    const waiting = served.api.get(path).set({ 'If-None-Match': '"2"', Prefer: 'wait=20' }).then();
    await served.api.delete(path).expect(204);
    expect(await waiting).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

describe('Deleting', () => {
  it('forgets a cancelled, a finished and a failed installation, and no other', async () => {
    const cancelled = await served.client.begin();
    const path = (id: string) => `/api/v1/installations/${id}`;
    const { body } = await served.api.delete(path(cancelled.id)).expect(409);
    expect(body.code).toBe('not-ended');
    await served.client.event(cancelled.id, { type: 'cancel' });

    const failing = await served.client.begin({ mode: 'rehearsal', rehearsal: { pace: 1, failAt: 'InstallFiles', times: 9 } });
    await served.client.walk(failing, answers);
    await served.client.event(failing.id, { type: 'install' });
    await served.client.until(failing.id, 'failed');

    const finished = await served.client.begin();
    await served.client.walk(finished, answers);
    await served.client.event(finished.id, { type: 'install' });
    const { tasks } = await served.client.until(finished.id, 'postInstallation');
    expect((await served.api.delete(path(finished.id)).expect(409)).body.code).toBe('not-ended');
    for (const { id: task } of tasks) await served.client.event(finished.id, { type: 'complete', task, outcome: 'done' });

    for (const { id } of [cancelled, failing, finished]) {
      await served.api.delete(path(id)).expect(204);
      await served.api.get(path(id)).expect(404);
      await served.api.delete(path(id)).expect(404);
      await served.api.get(`${path(id)}/history`).expect(404);
    }
  });
});

describe('The rest of what is told', () => {
  it('checks: each with its result, and history: each step with who and what, no secret in it', async () => {
    const begun = await served.client.begin();
    const { view } = await served.client.walk(begun, answers);
    const { body: checks } = await served.api.get(`/api/v1/installations/${view.id}/checks`).expect(200);
    const ids = checks.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining(['sign-in', 'database-reachable', 'mailbox-application', 'host-disk-space']));
    expect(new Set(ids).size).toBe(ids.length);
    const { body: history } = await served.api.get(`/api/v1/installations/${view.id}/history`).expect(200);
    expect(history.map(({ revision }: { revision: number }) => revision)).toEqual(
      history.map((_: unknown, at: number) => at + 1),
    );
    expect(history[0]).toMatchObject({ who: 'local', event: { type: 'begin' }, from: null, to: 'welcome' });
    expect(history.at(-1)).toMatchObject({ who: 'mim-setup', event: { type: 'ended' }, to: 'ready', revision: view.revision });
    expect(JSON.stringify(history)).not.toMatch(/Pass@word1|Sign@in1|App@secret1|xstate/);
    expect(JSON.stringify(history)).toContain('"clientSecret":{"kept":true}');
  });

  it('pages: every screen in reading order, with schema, checks, notes and properties, and the rehearsed actions', async () => {
    const { body } = await served.api.get('/api/v1/pages').expect(200);
    expect(body.items[0].id).toBe('welcome');
    expect(body.rehearsal.installerActions).toContain('DeploySolutions');
    for (const declared of body.items) {
      const { body: one } = await served.api.get(`/api/v1/pages/${declared.id}`).expect(200);
      expect(one).toEqual(declared);
    }
    const { body: database } = await served.api.get('/api/v1/pages/database').expect(200);
    expect(database.schema.properties).toHaveProperty('whenExists');
    expect(database.checks.map(({ id }: { id: string }) => id)).toContain('database-presence');
  });

  it('healthz, readyz and metrics', async () => {
    await served.api.get('/healthz').expect(200, { status: 'ok' });
    await served.api.get('/readyz').expect(200, { status: 'ready' });
    const { text } = await served.api
      .get('/metrics')
      .expect(200)
      .expect('Content-Type', /^text\/plain/);
    expect(text).toMatch(/^mim_setup_steps_total\{event="begin",status="asking"\} [1-9]/m);
    expect(text).toMatch(/^mim_setup_installations\{status="asking"\} \d+/m);
  });

  it('every reply says that its type is not to be guessed', async () => {
    for (const path of ['/healthz', '/api/v1/installations', '/api/v1/nothing', '/api/v1/openapi.json'])
      expect((await served.api.get(path)).headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  });
});
