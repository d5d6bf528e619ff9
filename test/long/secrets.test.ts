import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import { Client, type Reply } from '../client.ts';
import { filesBelow, MarkedSecrets, secretPaths } from '../host/markedSecrets.ts';
import { type ServiceProcess, startProcess } from '../host/serviceProcess.ts';
import { follow } from '../http/follow.ts';

let folder: string;
let marks: MarkedSecrets;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-secrets-'));
  marks = new MarkedSecrets();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A client that remembers all that it was told. */
class Listening extends Client {
  readonly heard: string[] = [];

  /** What it was told since it was asked last. */
  news(): string[] {
    return this.heard.splice(0);
  }

  override async request<Body = View>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply<Body>> {
    const reply = await super.request<Body>(method, path, body, headers);
    this.heard.push(`${path} ${reply.status} ${JSON.stringify([...reply.headers])} ${JSON.stringify(reply.body)}`);
    return reply;
  }

  /** Reads what is no JSON. */
  async read(url: string, path: string, accept = '*/*'): Promise<void> {
    const response = await fetch(url + path, { headers: { Accept: accept } });
    this.heard.push(`${path} ${response.status} ${await response.text()}`);
  }

  /** Reads each file of an archive. */
  async readArchive(url: string, path: string): Promise<void> {
    const response = await fetch(url + path);
    const files = Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())));
    expect(files.length).toBeGreaterThan(8);
    for (const [name, bytes] of files) this.heard.push(`${path} ${name} ${strFromU8(bytes)}`);
  }
}

const extra: PageAnswers = {
  database: { checkAs: { method: 'sql', user: 'sa', password: 'x' } },
  serviceAccount: { checkAs: { user: 'contoso\\reader', password: 'x' } },
  resetPortal: { account: 'contoso\\mimpool', password: 'x' },
};

/** The answers of an option with every secret that it can have, marked. */
function marked(option: 'B' | 'C'): PageAnswers {
  const plain = answersFor(option);
  return marks.answer(Object.fromEntries(Object.entries(plain).map(([page, given]) => [page, { ...given, ...extra[page] }])));
}

/** The secrets and the data keys as they are kept, sealed. */
function sealedNow(): Buffer[] {
  const database = new DatabaseSync(join(folder, 'mim-setup.db'), { readOnly: true });
  const rows = database.prepare('select sealed as bytes from secret union all select wrapped from data_key').all();
  database.close();
  return rows.map((row) => Buffer.from(row['bytes'] as Uint8Array));
}

function expectNoSecret(client: Listening, service: ServiceProcess): void {
  for (const { path, bytes } of filesBelow(folder)) expect(marks.foundIn(bytes), path).toEqual([]);
  for (const text of client.news()) expect(marks.foundIn(Buffer.from(text)), text.slice(0, 200)).toEqual([]);
  expect(marks.foundIn(Buffer.from(service.output()))).toEqual([]);
}

/** Sends what is refused, each with a secret in it. */
async function refusals(client: Listening, { id, page }: View, answers: PageAnswers): Promise<void> {
  const wrong = marks.make('refused');
  const events = `/api/v1/installations/${id}/events`;
  const submit = { type: 'submit', page: page.id, answers: { ...answers[page.id], wrong } };
  for (const [body, headers] of [
    [submit, {}],
    [submit, { 'Idempotency-Key': `refused ${page.id}` }],
    [{ ...submit, type: 'xstate.done.actor.signIn' }, {}],
    [{ ...submit, page: page.id === 'cloud' ? 'welcome' : 'cloud', answers: { ...answers[page.id] } }, {}],
    [{ ...submit, answers: { ...answers[page.id] } }, { 'If-Match': '"0"' }],
    [JSON.stringify(submit).slice(0, -3), {}],
    [submit, { 'Content-Type': 'text/plain' }],
    [submit, { Origin: 'http://evil.example' }],
  ] as [object | string, Record<string, string>][]) {
    const { status } = await client.request('POST', events, body, headers);
    expect([400, 403, 409, 412, 415, 422]).toContain(status);
  }
}

async function readAll(client: Listening, url: string, id: string): Promise<void> {
  const self = `/api/v1/installations/${id}`;
  for (const path of ['', '/checks', '/history', '/answers', '/plan']) await client.request('GET', self + path);
  for (const path of ['/plan?format=cmd', '/plan?format=ps1', '/log', '/report', '/chart.svg'])
    await client.read(url, self + path);
  await client.readArchive(url, `${self}/collection`);
  await client.read(url, `${self}/answers`, 'application/yaml');
  await client.read(url, '/metrics');
}

describe('No secret', { timeout: 90_000 }, () => {
  it.each(['B', 'C'] as const)(
    'stands in the data folder, the replies, the stream, the journal or the log of a walk by option %s, checks and installer failing',
    async (option) => {
      await using service = await startProcess(folder, { environment: { MIM_SETUP_LOG_LEVEL: 'trace' } });
      const client = new Listening(service.url);
      const answers = marked(option);
      const rehearsal = { pace: 5, failAt: 'ConfigurePortals', failCheck: 'registration-portal-account' };
      const begun = await client.request(
        'POST',
        '/api/v1/installations',
        { mode: 'rehearsal', rehearsal },
        { 'Idempotency-Key': 'b' },
      );
      let view = begun.body;
      await using stream = await follow(`${service.url}/api/v1/installations/${view.id}/stream`);
      const everSealed = new Map<string, Buffer>();
      while (view.status !== 'ready') {
        const page = view.page.id;
        if (view.status === 'asking') await refusals(client, view, answers);
        if (view.problems.some(({ code }) => code === 'rehearsed-failure')) {
          const kept = { ...(view.page.answers as object) };
          expect(JSON.stringify(kept)).toContain('"kept":true');
          view = (await client.event(view.id, { type: 'submit', page, answers: kept })).body;
        } else {
          const event =
            view.status === 'warning' ? { type: 'acknowledge', page } : { type: 'submit', page, answers: answers[page] ?? {} };
          const headers = { Prefer: 'wait=20', 'Idempotency-Key': `step ${view.revision}` };
          const { status, body } = await client.event(view.id, event, headers);
          expect(status, JSON.stringify(body)).toBe(200);
          expect((await client.event(view.id, event, headers)).body.revision).toBe(body.revision);
          view = body;
        }
        for (const bytes of sealedNow()) everSealed.set(bytes.toString('hex'), bytes);
        if ([...secretPaths].some((path) => path.startsWith(`${page}.`))) expectNoSecret(client, service);
      }
      const { id } = view;
      const file = { pages: answers, acknowledge: ['accountSecurityWarning', 'sharePointTimerWarning'] };
      await client.request('PUT', `/api/v1/installations/${id}/answers`, file, { Prefer: 'wait=20' });
      view = (await client.event(id, { type: 'revisit', page: 'database' })).body;
      view = (await client.walk(view, answers)).view;
      for (let tries = 0; tries < 3; tries++) view = (await client.walk(view, answers)).view;
      expect(view.status).toBe('ready');
      await readAll(client, service.url, id);
      for (const bytes of sealedNow()) everSealed.set(bytes.toString('hex'), bytes);
      expectNoSecret(client, service);

      await client.event(id, { type: 'install' });
      await client.until(id, 'failed');
      await readAll(client, service.url, id);
      expectNoSecret(client, service);
      await client.event(id, { type: 'retry' });
      const { tasks } = await client.until(id, 'postInstallation');
      await readAll(client, service.url, id);
      for (const bytes of sealedNow()) everSealed.set(bytes.toString('hex'), bytes);
      expect(everSealed.size).toBeGreaterThan(6);
      for (const { id: task } of tasks) await client.event(id, { type: 'complete', task, outcome: 'done' });
      expect((await client.view(id)).status).toBe('finished');
      await readAll(client, service.url, id);
      expectNoSecret(client, service);
      expect(marks.foundIn(Buffer.from(JSON.stringify(stream.told)))).toEqual([]);
      expect(stream.told.length).toBeGreaterThan(30);

      expect(sealedNow()).toEqual([]);
      expectGone([...everSealed.values()]);
      expect(await service.stop()).toBe(0);
      expectNoSecret(client, service);
      expectGone([...everSealed.values()]);
    },
  );

  it('of any field of any page is left out of that', () => {
    const asked = (option: 'B' | 'C') => {
      const answers = marked(option);
      const filled = (path: string) =>
        path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], answers);
      return [...secretPaths].filter((path) => filled(path) !== undefined);
    };
    expect(new Set([...asked('B'), ...asked('C')])).toEqual(secretPaths);
    expect(secretPaths.size).toBeGreaterThan(7);
  });

  it('of one that was cancelled or deleted is kept, sealed or not, while those of the others are', async () => {
    await using service = await startProcess(folder);
    const client = new Listening(service.url);
    const gone: Buffer[] = [];
    const ids: string[] = [];
    for (let times = 0; times < 12; times++) {
      const before = new Set(sealedNow().map((bytes) => bytes.toString('hex')));
      let view = await client.begin();
      const answers = marked('C');
      while (view.page.id !== 'registrationPortalWarning') view = await client.step(view, answers);
      ids.push(view.id);
      if (times % 2 === 0) gone.push(...sealedNow().filter((bytes) => !before.has(bytes.toString('hex'))));
    }
    for (const [at, id] of ids.entries()) if (at % 2 === 0) await client.event(id, { type: 'cancel' });
    expectGone(gone);
    await client.request('DELETE', `/api/v1/installations/${ids[0]}`);
    expectGone(gone);
    expectNoSecret(client, service);
    expect(sealedNow().length).toBeGreaterThan(30);
    for (const [at, id] of ids.entries()) {
      if (at % 2 === 0) continue;
      const { view } = await client.walk(await client.view(id), marked('C'));
      expect(view.status).toBe('ready');
    }
  });

  it('would go unnoticed: in whatever form it stands it is found', () => {
    const secret = marks.make('probe');
    for (const form of [
      secret,
      JSON.stringify({ secret }),
      JSON.stringify(JSON.stringify({ secret })),
      encodeURIComponent(secret),
      new URLSearchParams({ secret }).toString(),
      Buffer.from(secret).toString('hex'),
      Buffer.from(secret).toString('hex').toUpperCase(),
      ...['', 'a', 'ab', 'abc'].flatMap((before) => [
        Buffer.from(before + secret).toString('base64'),
        Buffer.from(before + secret, 'utf16le').toString('base64'),
        Buffer.from(before + secret).toString('base64url'),
      ]),
    ])
      expect(marks.foundIn(Buffer.from(form)), form).toEqual(['probe']);
    expect(marks.foundIn(Buffer.from(secret, 'utf16le'))).toEqual(['probe']);
    expect(marks.foundIn(Buffer.from(secret, 'utf16le').swap16())).toEqual(['probe']);
    expect(marks.foundIn(Buffer.from('nothing'))).toEqual([]);
  });
});

/** Nothing of what was sealed stands in any file, not even a piece of it. */
function expectGone(sealed: readonly Buffer[]): void {
  for (const { path, bytes } of filesBelow(folder)) {
    const left = sealed.filter((one) => bytes.includes(one.subarray(0, 28)) || bytes.includes(one.subarray(-16)));
    expect(left.length, path).toBe(0);
  }
}
