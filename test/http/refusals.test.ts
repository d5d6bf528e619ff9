import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownDocument } from '../../server/http/routes/descriptions.ts';
import { type Served, serve } from './service.ts';

const token = 'a-token-of-enough-characters';
let served: Served;
let id: string;

beforeAll(async () => {
  served = await serve();
  id = (await served.client.begin()).id;
});
afterAll(() => served[Symbol.asyncDispose]());

/** Sends text as it stands to the events of the installation. */
function send(text: string, type = 'application/json') {
  return served.api.post(`/api/v1/installations/${id}/events`).set('Content-Type', type).send(text);
}

describe('A request that cannot be read', () => {
  it.each([
    ['no JSON', '{"type":'],
    ['no object', '"cancel"'],
    ['an empty body', ''],
    ['a list', '[]'],
    ['no type', '{}'],
    ['a type that is no text', '{"type":7}'],
    ['an event that lacks what it needs', '{"type":"submit","page":"welcome"}'],
    ['an event with more than belongs to it', '{"type":"cancel","really":true}'],
    ['a page that is no text', '{"type":"revisit","page":{}}'],
    ['no reason', '{"type":"override","check":"sign-in","reason":" "}'],
    ['an outcome that there is not', '{"type":"complete","task":"addIns","outcome":"maybe"}'],
    ['no e-mail address', '{"type":"register","mailbox":"a","group":"b"}'],
    ['nesting beyond all need', `{"type":"submit","page":"welcome","answers":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`],
  ])('is refused as malformed: %s', async (_what, text) => {
    const { body } = await send(text).expect(400);
    expect(body.code).toBe('malformed');
  });

  it.each([
    'xstate.init',
    'xstate.done.actor.signIn',
    'xstate.error.actor.signIn',
    'xstate.done.state.wizard.interview',
    'xstate.stop',
    'replay',
    'report',
    'begin',
    '*',
    '',
    'toString',
    '__proto__',
    'Submit',
  ])('is refused as unknown-event: %j', async (type) => {
    const { body } = await send(JSON.stringify({ type, output: [] })).expect(400);
    expect(body.code).toBe('unknown-event');
    expect((await served.client.view(id)).revision).toBe(1);
  });

  it.each([
    ['a path that is no UTF-8', '/api/v1/installations/%ff'],
    ['a path that is cut off', '/api/v1/pages/%e0%a4'],
  ])('is refused as malformed: %s', async (_what, path) => {
    const { body } = await served.api.get(path).expect(400);
    expect(body.code).toBe('malformed');
  });

  it('is refused as too-large over 256 KiB, and taken up to there', async () => {
    const answers = (bytes: number) => {
      const text = JSON.stringify({ type: 'submit', page: 'welcome', answers: { a: '' } });
      return text.replace('""', `"${'x'.repeat(bytes - text.length)}"`);
    };
    expect((await send(answers(256 * 1024 + 1)).expect(413)).body.code).toBe('too-large');
    expect((await send(answers(256 * 1024)).expect(422)).body.code).toBe('invalid-answers');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/yaml', 'application/json; charset=latin1'])(
    'is refused as unsupported-media-type: %s',
    async (type) => {
      const { body } = await send('{"type":"cancel"}', type).expect(415);
      expect(body.code).toBe('unsupported-media-type');
    },
  );

  it('is refused as unsupported-media-type where it has no type, or is encoded in a way that is not understood', async () => {
    const events = `${served.url}/api/v1/installations/${id}/events`;
    const untyped = await fetch(events, { method: 'POST', body: new Blob(['{"type":"cancel"}']) });
    expect(untyped.status).toBe(415);
    const { body } = await send('{"type":"cancel"}').set('Content-Encoding', 'zstandard').expect(415);
    expect(body.code).toBe('unsupported-media-type');
  });

  it('is refused where what it says of itself is not so', async () => {
    expect(await send('not gzip').set('Content-Encoding', 'gzip')).toMatchObject({ status: 400, body: { code: 'malformed' } });
  });
});

describe('What is not there', () => {
  const nobody = '00000000-0000-4000-8000-000000000000';

  it.each([
    ['get', `/api/v1/installations/${nobody}`],
    ['get', `/api/v1/installations/${nobody}/checks`],
    ['get', `/api/v1/installations/${nobody}/history`],
    ['get', `/api/v1/installations/${nobody}/stream`],
    ['delete', `/api/v1/installations/${nobody}`],
    ['get', '/api/v1/installations/%00'],
    ['get', '/api/v1/pages/nothing'],
    ['get', '/api/v1/pages/__proto__'],
    ['get', '/api/v1/nothing'],
    ['get', '/api/v2/installations'],
    ['get', `/api/v1/installations/${nobody}/nothing`],
  ] as const)('is refused as not-found: %s %s', async (method, path) => {
    const { body } = await served.api[method](path).expect(404);
    expect(body).toMatchObject({ code: 'not-found', status: 404 });
  });

  it.each([
    ['a page', { type: 'submit', page: 'nothing', answers: {} }],
    ['a page to go back to', { type: 'revisit', page: 'nothing' }],
    ['a warning', { type: 'acknowledge', page: 'nothing' }],
    ['a check', { type: 'override', check: 'nothing', reason: 'Why not.' }],
    ['a task', { type: 'complete', task: 'nothing', outcome: 'done' }],
  ])('is refused as not-found: %s', async (_what, event) => {
    const { body } = await served.api.post(`/api/v1/installations/${id}/events`).send(event).expect(404);
    expect(body.code).toBe('not-found');
    await served.api.post(`/api/v1/installations/${nobody}/events`).send(event).expect(404);
  });
});

describe('A method that an address does not take', () => {
  const calls = Object.entries(ownDocument.paths).map(([path, methods]) => [path, Object.keys(methods)] as const);

  it.each(calls)('is refused as method-not-allowed, with those that it takes: %s', async (path, methods) => {
    const address = path.replace('{id}', id).replace('{page}', 'welcome');
    for (const method of (['get', 'post', 'put', 'delete', 'patch'] as const).filter((one) => !methods.includes(one))) {
      const { body, headers } = await served.api[method](address).expect(405);
      expect(body.code).toBe('method-not-allowed');
      expect(headers['allow']?.toLowerCase().split(', ').toSorted()).toEqual(methods.toSorted());
    }
  });
});

describe('A request from a web page elsewhere', () => {
  it.each([
    'http://evil.example',
    'https://evil.example',
    'null',
    'file://',
    'http://127.0.0.1:1',
    'chrome-extension://abc',
    'x',
  ])('is refused by its Origin: %s', async (origin) => {
    const { body } = await served.api.post('/api/v1/installations').set('Origin', origin).send({ mode: 'rehearsal' }).expect(403);
    expect(body.code).toBe('forbidden-origin');
  });

  it.each(['evil.example', 'evil.example:5780', '127.0.0.1.evil.example', 'localhost.', 'localhost:99999x', '[::1', ''])(
    'is refused by its Host: %j',
    async (host) => {
      const { body } = await served.api.get('/api/v1/installations').set('Host', host).expect(403);
      expect(body.code).toBe('forbidden-origin');
    },
  );

  it("is let in from the service's own pages, by each of its names", async () => {
    const { port } = new URL(served.url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`, 'localhost']) {
      const { status } = await served.api.get('/api/v1/pages').set('Host', host).set('Origin', `http://${host}`);
      expect(status, host).toBe(200);
    }
    const elsewhere = served.api.get('/api/v1/pages').set('Host', 'localhost:99999').set('Origin', 'http://localhost:99999');
    expect((await elsewhere).status).toBe(403);
    await using other = await serve({ allowedHosts: 'setup.contoso.com' });
    expect((await other.api.get('/api/v1/pages').set('Host', 'setup.contoso.com')).status).toBe(200);
  });
});

describe('Where a token is set', () => {
  it('whoever has none, or another one, is refused; its name is the who of the journal', async () => {
    await using guarded = await serve({ token });
    const view = await guarded.client.begin();
    const { body, headers } = await guarded.api.get('/api/v1/installations').set('Authorization', '').expect(401);
    expect(body.code).toBe('unauthorized');
    expect(headers['www-authenticate']).toMatch(/^Bearer /);
    for (const wrong of [
      'Bearer',
      'Bearer ',
      'Bearer x',
      `Basic ${token}`,
      `Bearer ${token}x`,
      `bearer ${token} ${token}`,
      token,
    ]) {
      for (const path of ['/api/v1/installations', '/api/v1/pages', '/metrics', '/api/v1/nothing'])
        await guarded.api.get(path).set('Authorization', wrong).expect(401);
      await guarded.api.post('/api/v1/installations').set('Authorization', wrong).send({ mode: 'rehearsal' }).expect(401);
    }
    await guarded.api.get('/healthz').set('Authorization', '').expect(200);
    await guarded.api.get('/readyz').set('Authorization', '').expect(200);
    const { body: history } = await guarded.client.request<{ who: string }[]>('GET', `/api/v1/installations/${view.id}/history`);
    expect(history.map(({ who }) => who)).toEqual(['token']);
  });
});
