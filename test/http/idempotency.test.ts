import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ownDocument } from '../../server/http/routes/descriptions.ts';
import { StoreUnavailable } from '../../server/store/unavailable.ts';
import { answersFor } from '../answers.ts';
import { type Served, serve } from './service.ts';

let served: Served;

beforeAll(async () => {
  served = await serve();
});
afterAll(() => served[Symbol.asyncDispose]());

const path = (id: string) => `/api/v1/installations/${id}/events`;
const welcome = { type: 'submit', page: 'welcome', answers: {} };

describe('A request with an Idempotency-Key', () => {
  it('begins one installation, however often it is repeated, and answers the same', async () => {
    const begin = () =>
      served.api.post('/api/v1/installations').set('Idempotency-Key', 'begin-1').send({ mode: 'rehearsal' }).expect(201);
    const first = await begin();
    await served.client.event(first.body.id, welcome);
    const second = await begin();
    expect(second.body).toEqual(first.body);
    expect(second.headers['location']).toBe(first.headers['location']);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    const { body } = await served.api.get('/api/v1/installations').expect(200);
    expect(body.items).toHaveLength(1);
  });

  it('takes an event once; a repeat answers the same and does nothing, even where the event would be refused by now', async () => {
    const { id } = await served.client.begin();
    const send = () => served.api.post(path(id)).set({ 'Idempotency-Key': 'once', 'If-Match': '"1"' }).send(welcome).expect(200);
    const first = await send();
    await served.client.event(id, { type: 'cancel' });
    const second = await send();
    expect(second.body).toEqual(first.body);
    expect(second.headers['etag']).toBe('"2"');
    expect((await served.client.view(id)).revision).toBe(3);
  });

  it('answers a repeat that comes while the first still waits for its check with what the first is answered', async () => {
    const { id } = await served.client.begin();
    let view = await served.client.view(id);
    while (view.page.id !== 'signIn') view = await served.client.step(view, answersFor('C'));
    const submit = { type: 'submit', page: 'signIn', answers: { method: 'deviceCode' } };
    const key = { 'Idempotency-Key': 'sign-in' };
    const replies = await Promise.all(
      ['wait=20', 'wait=0', 'wait=20'].map((Prefer) => served.client.event(id, submit, { ...key, Prefer })),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(replies[0]!.body).toMatchObject({ status: 'asking', page: { id: 'components' } });
    for (const { body } of replies) expect(body).toEqual(replies[0]!.body);
    const { body: history } = await served.api.get(`/api/v1/installations/${id}/history`).expect(200);
    expect(history.filter(({ event }: { event: { page?: string } }) => event.page === 'signIn')).toHaveLength(1);
  });

  it('is the same request where the keys of its body stand in another order', async () => {
    const send = (body: string) =>
      served.api.post('/api/v1/installations').set({ 'Idempotency-Key': 'order', 'Content-Type': 'application/json' }).send(body);
    const { body } = await send('{"mode":"rehearsal","rehearsal":{"pace":1,"times":2}}').expect(201);
    expect((await send('{"rehearsal":{"times":2,"pace":1},"mode":"rehearsal"}').expect(201)).body).toEqual(body);
  });

  it('begins and walks in one go: a repeat is answered where the first has come to', async () => {
    const send = () =>
      served.api
        .post('/api/v1/installations')
        .set('Idempotency-Key', 'walk')
        .send({ mode: 'rehearsal', answers: { pages: { licenseAgreement: { accepted: true } } } })
        .expect(201);
    const { body } = await send();
    expect(body).toMatchObject({ page: { id: 'cloud' }, stopped: { page: 'cloud', reason: 'unanswered' } });
    expect((await send()).body).toEqual(body);
  });

  it('whose answer was lost to a crash is answered with the view as it is, and with where it is', async () => {
    const send = () =>
      served.api
        .post('/api/v1/installations')
        .set('Idempotency-Key', 'lost answer')
        .send({ mode: 'rehearsal', answers: { pages: { licenseAgreement: { accepted: true } } } })
        .expect(201);
    const lost = vi.spyOn(served.service.installations, 'saveAnswer').mockRejectedValue(new StoreUnavailable('away', 'Gone.'));
    const first = await send();
    lost.mockRestore();
    const second = await send();
    expect(second.body).toEqual(first.body);
    expect(second.headers['location']).toBe(first.headers['location']);
    expect(second.headers['location']).toBe(`/api/v1/installations/${first.body.id}`);
  });

  it('counts for every call of the document that changes an installation', () => {
    const paths = Object.entries(ownDocument.paths).filter(
      // A secret that is handed out once is kept nowhere, and so not for a repeat.
      ([path]) => path.startsWith('/api/v1/installations') && !path.endsWith('/secret'),
    );
    const changing = paths.flatMap(([path, calls]) =>
      Object.entries(calls as Record<string, { parameters?: { name: string }[] }>)
        .filter(([method]) => method !== 'get' && path.startsWith('/api/v1/installations'))
        .map(([method, { parameters = [] }]) => [`${method} ${path}`, parameters.map(({ name }) => name)] as const),
    );
    expect(changing.length).toBeGreaterThan(5);
    for (const [call, names] of changing) expect(names, call).toContain('Idempotency-Key');
  });

  it('is a repeat also where another process has done it meanwhile, and what it is about is gone', async () => {
    const { id } = await served.client.begin();
    await served.client.event(id, { type: 'cancel' });
    const { installations } = served.service;
    const forget = () => served.api.delete(`/api/v1/installations/${id}`).set('Idempotency-Key', 'elsewhere');
    // The first look came before the other process was done.
    const early = vi.spyOn(installations, 'answered');
    const replies = [await forget()];
    early.mockResolvedValueOnce(undefined);
    replies.push(await forget());
    early.mockRestore();
    expect(replies.map(({ status }) => status)).toEqual([204, 204]);
  });

  it('walks by a file of answers once, also where the revision has moved on by it', async () => {
    const { id } = await served.client.begin();
    const put = () =>
      served.api
        .put(`/api/v1/installations/${id}/answers`)
        .set({ 'Idempotency-Key': 'file', 'If-Match': '"1"' })
        .send({ pages: { licenseAgreement: { accepted: true } } })
        .expect(200);
    const { body } = await put();
    expect((await put()).body).toEqual(body);
    expect((await served.client.view(id)).revision).toBe(body.revision);
  });

  it('forgets an installation once: a repeat is answered as the first, though it is gone', async () => {
    const { id } = await served.client.begin();
    await served.client.event(id, { type: 'cancel' });
    const forget = () => served.api.delete(`/api/v1/installations/${id}`).set('Idempotency-Key', 'forget');
    expect([(await forget()).status, (await forget()).status]).toEqual([204, 204]);
    expect((await served.api.delete(`/api/v1/installations/${id}`)).status).toBe(404);
  });

  it('is each token’s own: another one begins an installation of its own with the same key', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mim-setup-tokens-'));
    const file = join(folder, 'tokens');
    const tokens = { anna: 'a'.repeat(16), ben: 'b'.repeat(16) };
    writeFileSync(file, `anna: ${tokens.anna}\nben: ${tokens.ben}\n`);
    await using own = await serve({ tokenFile: file });
    const begin = async (name: keyof typeof tokens) => {
      const headers = { Authorization: `Bearer ${tokens[name]}`, 'Idempotency-Key': 'same' };
      return (await own.client.request('POST', '/api/v1/installations', { mode: 'rehearsal' }, headers)).body.id;
    };
    const [annas, bens] = [await begin('anna'), await begin('ben')];
    expect(bens).not.toBe(annas);
    expect(await begin('anna')).toBe(annas);
    rmSync(folder, { recursive: true });
  });

  it('many of them at once begin one installation', async () => {
    await using own = await serve();
    const key = { 'Idempotency-Key': 'k' };
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => own.client.request('POST', '/api/v1/installations', { mode: 'rehearsal' }, key)),
    );
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies.every(({ status }) => status === 201)).toBe(true);
  });

  it('is refused as idempotency-key-reused with another body, and changes nothing', async () => {
    const { id } = await served.client.begin();
    const send = (event: object) => served.api.post(path(id)).set('Idempotency-Key', 'reused').send(event);
    await send(welcome).expect(200);
    const { body } = await send({ type: 'cancel' }).expect(422);
    expect(body.code).toBe('idempotency-key-reused');
    expect((await served.client.view(id)).status).toBe('asking');
  });

  it('may be tried again where it was refused, since it changed nothing', async () => {
    const { id } = await served.client.begin();
    const send = (event: object) => served.api.post(path(id)).set('Idempotency-Key', 'refused').send(event);
    expect((await send({ type: 'submit', page: 'welcome', answers: { a: 1 } })).body).toMatchObject({ code: 'invalid-answers' });
    expect((await send(welcome)).body).toMatchObject({ revision: 2, page: { id: 'licenseAgreement' } });
  });

  it('is a key of its installation alone', async () => {
    for (const { id } of [await served.client.begin(), await served.client.begin()])
      expect((await served.api.post(path(id)).set('Idempotency-Key', 'same').send(welcome).expect(200)).body.revision).toBe(2);
  });

  it('has a key of at most 255 characters', async () => {
    const { id } = await served.client.begin();
    const send = (length: number) => served.api.post(path(id)).set('Idempotency-Key', 'k'.repeat(length)).send(welcome);
    expect((await send(256)).status).toBe(400);
    expect((await served.client.view(id)).revision).toBe(1);
    expect((await send(255)).body.revision).toBe(2);
  });

  it('is answered the same after a restart', async () => {
    const key = { 'Idempotency-Key': 'restart' };
    const wish = { mode: 'rehearsal' };
    const first = await (async () => {
      await using own = await serve({ data: `${served.folder}/again` });
      return await own.client.request('POST', '/api/v1/installations', wish, key);
    })();
    await using own = await serve({ data: `${served.folder}/again` });
    const second = await own.client.request('POST', '/api/v1/installations', wish, key);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
  });
});
