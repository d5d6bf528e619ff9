import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ownDocument } from '../../server/http/routes/descriptions.ts';
import { dialledAt } from '../../server/runner/program/dial.ts';
import { ownVersion } from '../../server/runner/version.ts';
import { until } from '../installer/jobs.ts';
import { enrolled, runBeside, serveRunners, stateOf } from './runnerBeside.ts';

describe('A runner', () => {
  it('is enrolled by a code, which it exchanges for a token of its own that its owner alone can read', async () => {
    await using served = await serveRunners();
    await using runner = await enrolled(served, 'mim01');
    expect(readFileSync(runner.tokenFile, 'utf8')).toMatch(/^runner-\S{40,}\n$/);
    expect(statSync(runner.tokenFile).mode & 0o777).toBe(0o600);
    const { body } = await served.client.request<{ items: object[] }>('GET', '/api/v1/runners');
    expect(body.items).toMatchObject([
      { name: 'mim01', state: 'connected', about: { version: ownVersion }, calls: [], note: null },
    ]);
    expect(served.logged()).not.toContain(readFileSync(runner.tokenFile, 'utf8').trim());
  });

  it('comes again by its token; the code has become useless', async () => {
    await using served = await serveRunners();
    const { body } = await served.client.request<{ code: string }>('POST', '/api/v1/runners', { name: 'mim01' });
    await using first = await runBeside({ url: served.url, secret: body.code });
    await until(async () => (await stateOf(served, 'mim01')) === 'connected', 'it is connected');
    await first.leave();
    await until(async () => (await stateOf(served, 'mim01')) === 'away', 'it is away');
    await using again = await runBeside({ url: served.url, folder: first.folder });
    await until(async () => (await stateOf(served, 'mim01')) === 'connected', 'it is there again');
    await using thief = await runBeside({ url: served.url, secret: body.code });
    await until(() => thief.told.length > 0, 'it is told');
    expect(thief.told[0]).toMatch(/nor a code that is still valid/);
    expect(again.told).toEqual([expect.stringMatching(/^Connected as mim01/)]);
  });

  it('that lost the answer to its code is known by the token that it had made', async () => {
    await using served = await serveRunners();
    const { body } = await served.client.request<{ code: string }>('POST', '/api/v1/runners', { name: 'mim01' });
    const token = `runner-${'t'.repeat(43)}`;
    await hello(served.url, body.code, { token });
    await using runner = await runBeside({ url: served.url, secret: `${body.code} ${token}` });
    await until(() => runner.told.some((line) => line.startsWith('Connected')), 'it is connected');
    expect(readFileSync(runner.tokenFile, 'utf8').trim()).toBe(token);
  });

  it('that is removed is sent away, and not let in again', async () => {
    await using served = await serveRunners();
    await using runner = await enrolled(served, 'mim01');
    expect((await served.client.request('DELETE', '/api/v1/runners/mim01')).status).toBe(204);
    await until(() => runner.told.length > 1, 'it is told');
    expect(runner.told[1]).toMatch(/neither a runner’s token/);
    expect(await stateOf(served, 'mim01')).toBeUndefined();
    expect((await served.client.request('DELETE', '/api/v1/runners/mim01')).status).toBe(404);
  });

  it('of another minor version is told so, and what to do; of another patch works', async () => {
    await using served = await serveRunners();
    await using runner = await enrolled(served, 'mim01');
    const token = readFileSync(runner.tokenFile, 'utf8').trim();
    await runner.leave();
    const [major, minor] = ownVersion.split('.').map(Number);
    const other = `${major}.${minor! + 1}.0`;
    const refused = await hello(served.url, token, {}, other);
    expect(refused).toMatchObject({ type: 'refused', message: expect.stringContaining(`Copy the bundle of ${ownVersion}`) });
    const { body } = await served.client.request<{ items: object[] }>('GET', '/api/v1/runners');
    expect(body.items).toMatchObject([
      { state: 'otherVersion', about: { version: other }, note: expect.stringContaining(other) },
    ]);
    expect(await hello(served.url, token, {}, `${major}.${minor}.99`)).toMatchObject({ type: 'welcome', name: 'mim01' });
  });

  it('guesses no token: whoever shows too many that are wrong has to wait, and that is counted; one that is known is let in', async () => {
    await using served = await serveRunners();
    await using runner = await enrolled(served, 'mim01');
    const token = readFileSync(runner.tokenFile, 'utf8').trim();
    const guess = () => answered(served.url, '/api/v1/runners/connection', { Authorization: 'Bearer runner-wrong' });
    for (let tries = 0; tries < 10; tries++) expect(await guess()).toEqual({ status: 401 });
    expect(await guess()).toEqual({ status: 429, retryAfter: expect.stringMatching(/^\d+$/) });
    expect(await served.api.get('/metrics').then(({ text }) => text)).toMatch(/mim_setup_refused_tokens_total 11/);
    expect(await hello(served.url, token, {})).toMatchObject({ type: 'welcome' });
  });

  it('dials nothing but TLS, this very computer excepted', () => {
    for (const url of ['http://setup.contoso.com:5780', 'ftp://setup.contoso.com', 'setup.contoso.com', 'http://10.0.0.1'])
      expect(() => dialledAt(url), url).toThrow(/not encrypted|no address/);
    expect(dialledAt('https://setup.contoso.com/behind/').href).toBe('wss://setup.contoso.com/behind/api/v1/runners/connection');
    expect(dialledAt('http://127.0.0.1:5780').protocol).toBe('ws:');
  });
});

describe('An installation', () => {
  it('names a runner that is enrolled, and a repeat of that request is answered as it was, though the runner was shut out', async () => {
    await using served = await serveRunners();
    await served.client.request('POST', '/api/v1/runners', { name: 'mim01' });
    const begin = (key: string) =>
      served.client.request('POST', '/api/v1/installations', { mode: 'live', runner: 'mim01' }, { 'Idempotency-Key': key });
    const begun = await begin('one');
    expect([begun.status, begun.body.runner]).toEqual([201, 'mim01']);
    const path = `/api/v1/installations/${begun.body.id}`;
    const assign = (key: string) => served.client.request('PATCH', path, { runner: 'mim01' }, { 'Idempotency-Key': key });
    const assigned = await assign('two');
    expect(assigned.status).toBe(200);
    await served.client.request('DELETE', '/api/v1/runners/mim01');
    expect(await begin('one')).toMatchObject({ status: 201, body: begun.body });
    expect(await assign('two')).toMatchObject({ status: 200, body: assigned.body });
    expect([(await begin('three')).status, (await assign('four')).status]).toEqual([422, 422]);
  });
});

describe('The token of a runner', () => {
  it.each([
    ['a service that asks for a token', { token: 'the-token-of-an-administrator' }],
    ['a service that asks for none', {}],
  ])('can do a runner’s work, and nothing else, at %s', async (_where, flags) => {
    await using served = await serveRunners(flags);
    await using runner = await enrolled(served, 'mim01');
    const stolen = readFileSync(runner.tokenFile, 'utf8').trim();
    const { id } = await served.client.begin();
    const answered: string[] = [];
    for (const [path, calls] of Object.entries(ownDocument.paths)) {
      for (const [method, call] of Object.entries(calls) as [string, { security?: [] }][]) {
        if (call.security !== undefined) continue;
        const address = path.replace('{id}', id).replace('{page}', 'welcome').replace('{name}', 'mim01');
        const response = await fetch(`${served.url}${address}`, {
          method: method.toUpperCase(),
          headers: { Authorization: `Bearer ${stolen}`, 'Content-Type': 'application/json' },
          ...(['get', 'delete'].includes(method) ? {} : { body: '{}' }),
        });
        answered.push(`${response.status} ${(JSON.parse(await response.text()) as { code: string }).code}`);
      }
    }
    expect(answered.length).toBeGreaterThan(25);
    expect(new Set(answered)).toEqual(new Set(['403 runner-token']));
    expect((await fetch(`${served.url}/metrics`, { headers: { Authorization: `Bearer ${stolen}` } })).status).toBe(403);
    expect(
      (await fetch(`${served.url}/session`, { method: 'POST', headers: { Authorization: `Bearer ${stolen}` } })).status,
    ).toBe(403);
    await until(async () => (await stateOf(served, 'mim01')) === 'connected', 'it is there as before');
  });

  it('and the door for runners: a user’s token, no token, a web page and another address are not let in', async () => {
    const token = 'the-token-of-an-administrator';
    await using served = await serveRunners({ token });
    expect(await knock(served.url, '/api/v1/runners/connection', { Authorization: `Bearer ${token}` })).toBe(401);
    expect(await knock(served.url, '/api/v1/runners/connection', {})).toBe(401);
    expect(await knock(served.url, '/api/v1/runners/connection', { Origin: served.url })).toBe(403);
    expect(await knock(served.url, '/api/v1/installations', { Authorization: `Bearer ${token}` })).toBe(404);
    expect((await served.client.request('GET', '/api/v1/runners/connection')).status).toBe(426);
  });

  it('sends what is no message, or of what it was not asked, and is sent away', async () => {
    await using served = await serveRunners();
    await using runner = await enrolled(served, 'mim01');
    const token = readFileSync(runner.tokenFile, 'utf8').trim();
    await runner.leave();
    for (const sent of ['no JSON', '{"type":"ended"}', JSON.stringify({ type: 'hello', about: about(ownVersion) })]) {
      const socket = await opened(served.url, token);
      socket.send(JSON.stringify({ type: 'hello', about: about(ownVersion) }));
      await new Promise((resolve) => socket.once('message', resolve));
      socket.send(sent);
      expect(await closeOf(socket), sent).toBe(1008);
    }
  });
});

function about(version: string) {
  return { version, platform: 'win32', system: 'Windows Server 2019 Standard 10.0.17763', host: 'MIM01', package: null };
}

/** What a runner is answered that says this of itself; then it leaves. */
async function hello(url: string, secret: string, more: object, version = ownVersion): Promise<unknown> {
  const socket = await opened(url, secret);
  socket.send(JSON.stringify({ type: 'hello', about: about(version), ...more }));
  const answer = await new Promise<string>((resolve) => socket.once('message', (data) => resolve(String(data))));
  socket.close();
  await closeOf(socket);
  return JSON.parse(answer);
}

function opened(url: string, secret: string): Promise<WebSocket> {
  const socket = new WebSocket(dialledAt(url), { headers: { Authorization: `Bearer ${secret}` } });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

function closeOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) resolve(0);
    else socket.once('close', (code) => resolve(code));
  });
}

/** The status that the door answers. */
async function knock(url: string, path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return (await answered(url, path, headers)).status;
}

/** That, and when to come again. */
function answered(url: string, path: string, sent: Readonly<Record<string, string>>) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, { headers: sent });
  return new Promise<{ readonly status: number; readonly retryAfter?: string | undefined }>((resolve) => {
    socket.once('unexpected-response', (_request, { statusCode = 0, headers }) =>
      resolve({ status: statusCode, retryAfter: headers['retry-after'] }),
    );
    socket.once('open', () => resolve({ status: 101 }));
    socket.once('error', () => {});
  });
}
