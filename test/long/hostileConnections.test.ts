import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { expectedFor } from '../fuzz/expectedStatuses.ts';
import { type ServiceProcess, startProcess } from '../host/serviceProcess.ts';

let folder: string;
let service: ServiceProcess;
/** An installation that nothing here may move, but where that is what is asked for. */
let view: View;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-hostile-'));
  service = await startProcess(join(folder, 'data'), { environment: { MIM_SETUP_LOG_LEVEL: 'warn' } });
});
beforeEach(async () => {
  view = await service.client.begin();
});
afterEach(async () => {
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  expect(service.output()).not.toMatch(/went wrong/);
});
afterAll(async () => {
  await service?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const host = 'Host: localhost\r\n';
const self = () => `/api/v1/installations/${view.id}`;
const submit = (page: string) => JSON.stringify({ type: 'submit', page, answers: answersFor('C')[page] ?? {} });
const post = (body: string, headers = '') =>
  `POST ${self()}/events HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;
const get = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\n${host}${headers}\r\n`;
const last = 'Connection: close\r\n';

function open(): Socket {
  const { hostname, port } = new URL(service.url);
  return connect(Number(port), hostname).on('error', () => {});
}

/** Sends bytes as they stand, and reads until the connection is closed: the replies, one after the other. */
async function talk(bytes: string | Uint8Array): Promise<{ status: number; body: string }[]> {
  const socket = open();
  socket.write(bytes);
  const heard = await text(socket);
  const replies = [];
  for (let rest = heard; rest !== ''; ) {
    const [, status, head] = /^HTTP\/1\.1 (\d{3}) (.*?)\r\n\r\n/s.exec(rest) ?? [];
    expect(status, `this is no reply: ${rest.slice(0, 300)}`).toBeDefined();
    const length = Number(/^content-length: (\d+)$/im.exec(head!)?.[1] ?? 0);
    const from = rest.indexOf('\r\n\r\n') + 4;
    const bytesLeft = Buffer.from(rest.slice(from));
    replies.push({ status: Number(status), body: bytesLeft.subarray(0, length).toString() });
    rest = bytesLeft.subarray(length).toString();
  }
  return replies;
}

describe('Requests in one piece', () => {
  it('are answered in their order, each once, though none waits for the reply to the one before', async () => {
    const pages = ['welcome', 'licenseAgreement', 'cloud'];
    const sent = pages.map((page) => post(submit(page)) + get(self()));
    const replies = await talk(sent.join('') + get('/healthz').repeat(100) + get('/healthz', last));
    expect(replies).toHaveLength(pages.length * 2 + 101);
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    const steps = replies.slice(0, pages.length * 2).filter((_, at) => at % 2 === 0);
    expect(steps.map(({ body }) => (JSON.parse(body) as View).page.id)).toEqual(['licenseAgreement', 'cloud', 'signIn']);
    const { body: history } = await service.client.request<{ event: { page?: string } }[]>('GET', `${self()}/history`);
    expect(history.slice(1).map(({ event }) => event.page)).toEqual(pages);
  });

  it('behind one that cannot be read are not taken from the middle of it', async () => {
    const cancel = JSON.stringify({ type: 'cancel' });
    const to = `POST ${self()}/events HTTP/1.1\r\n${host}`;
    for (const [status, hidden] of [
      // Two lengths, or a length and pieces: what one reads as a body the next would take for a request.
      [
        400,
        `${to}Content-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${post(cancel)}`,
      ],
      [400, `${to}Content-Length: 5\r\nContent-Length: 0\r\n\r\n${post(cancel)}`],
      [400, `${to}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${post(cancel)}`],
      [400, `${to}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${post(cancel)}`],
      [400, `${to}Transfer-Encoding: chunked\r\n\r\n5;${'x'.repeat(20_000)}\r\nabcde\r\n0\r\n\r\n${post(cancel)}`],
      [400, `${to}Content-Length: +5\r\n\r\nabcde${post(cancel)}`],
      [400, `${to} folded\r\n\r\n${post(cancel)}`],
      [400, `${to}X: a\rb\r\n\r\n${post(cancel)}`],
      [400, `POST ${self()}/events HTTP/1.1\nHost: localhost\nContent-Length: 0\n\n${post(cancel)}`],
      // The whole of the other is the body of this one.
      [415, get(self(), `Content-Length: ${Buffer.byteLength(post(cancel))}\r\n${last}`) + post(cancel)],
      [400, post(post(cancel), last)],
    ] as const) {
      const replies = await talk(hidden);
      expect(
        replies.map((reply) => reply.status),
        hidden.slice(0, 200),
      ).toEqual([status]);
      expect(await service.client.view(view.id), hidden.slice(0, 200)).toEqual(view);
    }
  });
});

describe('Clients that send next to nothing', () => {
  it('of a head or of a body, 400 of them, keep nobody else waiting and are let go with all that they began', {
    timeout: 120_000,
  }, async () => {
    const half = post(submit('welcome')).slice(0, -5);
    const beginnings = ['', 'P', `POST ${self()}/events HTTP/1.1\r\nHost:`, half];
    const sockets = Array.from({ length: 400 }, (_, at) => {
      const socket = open();
      socket.write(beginnings[at % beginnings.length]!);
      return socket;
    });
    await Promise.all(sockets.map((socket) => (socket.connecting ? once(socket, 'connect') : undefined)));
    const { view: ready } = await service.client.walk(await service.client.begin(), answersFor('C'));
    expect(ready.status).toBe('ready');
    for (const socket of sockets) socket.destroy();
    expect(await service.client.view(view.id)).toEqual(view);
  });
});

describe('Headers that are large, or many', () => {
  const many = (name: string, value: string, times: number) => `${name}: ${Array(times).fill(value).join(', ')}\r\n`;
  it.each([
    ['a header of 20 kB', 431, `X: ${'x'.repeat(20_000)}\r\n`],
    ['an address of 20 kB', 431, '', `/${'a'.repeat(20_000)}`],
    ['3,000 headers of a few bytes', 431, Array.from({ length: 3000 }, (_, at) => `X${at}: y\r\n`).join('')],
    ['1,500 cookies', 200, many('Cookie', 'a=b', 1500)],
    ['1,500 tags', 200, many('If-None-Match', '"a"', 1500)],
    ['1,500 wishes', 200, many('Prefer', 'wait=x', 1500)],
    ['1,000 kinds', 200, many('Accept', 'a/b;q=0.1', 1000)],
    ['1,200 codings', 200, many('Accept-Encoding', 'x;q=0.1', 1200)],
    ['1,000 addresses on the way', 200, many('X-Forwarded-For', '10.0.0.1', 1000)],
    ['a token of 15 kB', 200, `Authorization: Bearer ${'x'.repeat(15_000)}\r\n`],
    ['a revision of 15,000 digits', 200, `Last-Event-ID: ${'9'.repeat(15_000)}\r\n`],
  ])('are answered: %s by %i', async (_what, status, headers, path = self()) => {
    expect((await talk(get(path, headers + last)))[0]?.status).toBe(status);
  });

  it.each([
    ['parts of a log that overlap', many('Range', 'bytes=0-', 1).trim() + ',0-'.repeat(3000)],
    ['parts of a log that are none', `Range: bytes=${'9'.repeat(5000)}-, -, --1, 5-1, a-b`],
    ['a part of what is no number', 'Range: bytes=1e3-'],
    ['another unit', 'Range: lines=0-9'],
  ])('of %s give no more than the log is long', async (_what, range) => {
    const { id } = await service.client.begin({
      mode: 'rehearsal',
      rehearsal: { pace: 1 },
      answers: { pages: answersFor('E', ['service']), acknowledge: ['accountSecurityWarning'], install: true },
    });
    await service.client.until(id, 'postInstallation');
    const path = `/api/v1/installations/${id}/log`;
    const whole = (await talk(get(path, last)))[0]!;
    const [part] = await talk(get(path, `${range}\r\n${last}`));
    expect([200, 206, 416]).toContain(part!.status);
    expect(part!.body.length).toBeLessThanOrEqual(Math.max(whole.body.length, 1000));
  });
});

describe('Paths that lead elsewhere', () => {
  const up = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..%5c',
    '..\\',
    '.%00./',
    '%c0%ae%c0%ae/',
    '%252e%252e%252f',
    '..;/',
    '....//',
  ];
  const roots = ['/', '/assets/', '/api/v1/', '/api/v1/installations/', '/api/v1/docs/', '/installations/', '/favicon.svg/'];
  const files = ['package.json', 'server/main.ts', 'etc/passwd', 'data/master.key', 'proc/self/environ', 'healthz'];

  it('reach no file but those of the page, and nothing but what they name', { timeout: 120_000 }, async () => {
    const kept = readFileSync(join(folder, 'data', 'master.key'), 'utf8').trim();
    const odd = [
      '*',
      '%',
      '/%',
      '/%zz',
      '/%ff%fe',
      '/\u00ff',
      '//evil.example/api/v1/installations',
      'http://evil.example/api/v1/installations',
      `http://evil.example${self()}/events`,
      '/api/v1/installations/%00',
      '/api/v1/installations//events',
      '/api/v1/installations/con/events',
      `${self()}%20/events`,
      `${self().toUpperCase()}`,
      `${self()}#/events`,
      '/__proto__/constructor',
    ];
    const climbing = roots.flatMap((root) => up.flatMap((step) => files.map((file) => `${root}${step.repeat(6)}${file}`)));
    let asked = 0;
    for (const path of [...odd, ...climbing]) {
      const replies = await talk(get(path, last));
      asked += 1;
      expect(replies, path).toHaveLength(1);
      const [{ status, body }] = replies as [{ status: number; body: string }];
      // What stands behind a # is no part of what is asked for.
      expect(expectedFor('GET', path.split('#')[0]!, {}), `${path}: ${body.slice(0, 300)}`).toContain(status);
      expect(body, path).not.toMatch(/"dependencies"|parseArgs|root:x:|MIM_SETUP_LOG_LEVEL/);
      expect(body.includes(kept), path).toBe(false);
    }
    expect(asked).toBeGreaterThan(400);
    expect(await service.client.view(view.id)).toEqual(view);
  });
});

describe('Places in the list that no list gave', () => {
  const word = (plain: string) => Buffer.from(plain).toString('base64url');
  const at = '2026-01-01T00:00:00.000Z';
  const id = '00000000-0000-4000-8000-000000000000';
  it.each([
    ['another time', word(`2026-13-45T99:99:99.999Z ${id}`), 200],
    ['another installation', word(`${at} ${id}`), 200],
    ['an id that ends the statement', word(`${at} ${id.slice(0, -1)}'`), 422],
    ['a line more', word(`${at} ${id}\n`), 422],
    ['bits that say nothing', `${word(`${at} ${id}`)}=`, 422],
    ['nothing', '', 422],
    ['10 kB', 'A'.repeat(10_000), 422],
    ['halves of characters', '%ED%A0%80', 422],
    ['two of them', `a&cursor=${word(`${at} ${id}`)}`, 422],
    ['a field of itself', `&cursor[$ne]=1`, 422],
  ])('are refused, or lead to a list: %s', async (_what, cursor, status) => {
    expect((await talk(get(`/api/v1/installations?cursor=${cursor}`, last)))[0]?.status).toBe(status);
  });

  it.each(['0', '-1', '1e9', '9'.repeat(30), '0x10', ' 5', '1&limit=2', 'NaN', '', '٣', '5;drop'])(
    'as long as %j are refused, or no longer than a list may be',
    async (limit) => {
      const [reply] = await talk(get(`/api/v1/installations?limit=${encodeURI(limit)}`, last));
      expect([200, 422]).toContain(reply!.status);
      if (reply!.status === 200) expect((JSON.parse(reply!.body) as { items: unknown[] }).items.length).toBeLessThanOrEqual(200);
    },
  );
});
