import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownVersion } from '../../server/runner/version.ts';
import type { View } from '../../server/view/view.ts';
import { type Served, serve } from '../http/service.ts';
import { engine, type Pretended, pretend, until } from '../installer/jobs.ts';
import { answersForNowhere, takeOn, walkToReady } from '../installer/liveWalk.ts';
import { seen } from '../live/liveService.ts';
import { hangs, startRawServer } from '../peers/web/rawServer.ts';
import { cuttableWay } from '../runner/cuttable.ts';
import { type Beside, enrolled, type RunnerBeside, runBeside, serveRunners, stateOf } from '../runner/runnerBeside.ts';

const password = 'Open-Sesame-1';
const answers = {
  ...answersForNowhere('E', ['service']),
  database: {
    server: 'sql.contoso.invalid',
    name: 'FIMService',
    whenExists: 'create',
    checkAs: { method: 'sql', user: 'sa', password: 'Of-the-sql-1' },
  },
  serviceAccount: { name: 'svcMIMService', domain: 'contoso', password },
};
const before = [
  engine('Action start 10:00:00: InstallFiles.'),
  engine(`PROPERTY CHANGE: Adding SERVICE_ACCOUNT_PASSWORD property. Its value is '${password}'.`),
  ...Array.from({ length: 900 }, (_, n) => engine(`Component ${n}: a line that is long enough for the log to need many pieces.`)),
];

let pretended: Pretended;
let orders: Record<string, string>;
beforeEach(async () => {
  pretended = await pretend({
    features: ['CommonServices', 'WebPortals', 'RegistrationPortal', 'ResetPortal'].map((id) => ({ id })),
  });
  orders = { LINES: await pretended.script('lines', before), UNTIL: pretended.path('go'), RUNS: pretended.path('runs') };
});
afterEach(() => rm(pretended.folder, { recursive: true, maxRetries: 10, retryDelay: 100 }));

const beside = (): Pick<Beside, 'installer' | 'orders'> => ({ installer: pretended.settings, orders });

describe('A live installation that is given to a runner', { timeout: 120_000 }, () => {
  it('is checked and installed by it, with the log as it is there, redacted; no secret stays anywhere', async () => {
    await using served = await serveRunners();
    await using runner = await enrolled(served, 'mim01', beside());
    const view = await toReady(served);
    expect(view).toMatchObject({ runner: 'mim01', waitsFor: null });
    expect(view.tasks).toEqual([]);
    expect(view.can).toContain('install');
    await writeFile(pretended.path('go'), '');
    const done = await install(served, view.id);
    expect(done.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    const log = await logOf(served, view.id);
    expect(log).toBe(readFileSync(shownIn(runner.folder, view.id), 'utf8'));
    expect(log.trimEnd().split('\n')).toHaveLength(before.length);
    expect(log).toContain('**********');
    expect(pretended.runs()).toBe(1);
    for (const folder of [served.folder, runner.folder])
      for (const secret of [password, 'Of-the-sql-1']) expect(await everythingIn(folder)).not.toContain(secret);
    expect(served.logged()).not.toContain(password);
  });

  it('waits for a runner that is away, says so, and goes on when it comes', async () => {
    await using served = await serveRunners();
    await served.client.request('POST', '/api/v1/runners', { name: 'mim02' });
    await using first = await enrolled(served, 'mim01', beside());
    await first.leave();
    await until(async () => (await stateOf(served, 'mim01')) === 'away', 'it is away');
    const begun = await served.client.begin({ mode: 'live', runner: 'mim01', answers: { pages: upTo('components') } });
    const asked = await takenOn(served, begun.id, 'database');
    const { body } = await served.client.event(asked.id, { type: 'submit', page: 'database', answers: answers.database }, {});
    expect(body.status).toBe('checking');
    const waiting = await served.client.view(asked.id);
    expect(waiting.waitsFor).toMatchObject({
      runner: 'mim01',
      state: 'away',
      message: expect.stringContaining('goes on when it comes'),
    });
    const listed = await served.client.request<{ items: { calls: object[] }[] }>('GET', '/api/v1/runners');
    expect(listed.body.items[0]?.calls).toEqual([{ installation: asked.id, service: 'checkPage' }]);
    await using again = await runBeside({ url: served.url, folder: first.folder, ...beside() });
    const checked = await seen(served.client, asked.id, ({ status }) => status !== 'checking');
    expect(checked).toMatchObject({ waitsFor: null, page: { id: 'database' } });
    expect(checked.checks.map(({ id }) => id)).toContain('database-reachable');
    expect(again.told).toHaveLength(1);
  });

  it('can be given to it at ready, whose checks are then made there', async () => {
    await using served = await serveRunners();
    const view = await walkToReady(served.client, await served.client.begin({ mode: 'live' }), answers);
    expect(view.tasks).toHaveLength(1);
    await using runner = await enrolled(served, 'mim01', beside());
    const path = `/api/v1/installations/${view.id}`;
    expect((await served.client.request('PATCH', path, { runner: 'nobody' })).status).toBe(422);
    const given = Date.now();
    const stale = await served.client.request('PATCH', path, { runner: 'mim01' }, { 'If-Match': '"1"' });
    expect(stale.status).toBe(412);
    const { body } = await served.client.request('PATCH', path, { runner: 'mim01' }, { Prefer: 'wait=20' });
    expect(body).toMatchObject({ runner: 'mim01', tasks: [], page: { id: 'ready' } });
    const checked = await seen(served.client, view.id, ({ checks }) => checks.every(({ status }) => status !== 'pending'));
    const ofServer = checked.checks.filter(({ page }) => page === 'ready');
    expect(ofServer.length).toBeGreaterThan(5);
    expect(ofServer.filter(({ at }) => Date.parse(at ?? '') < given)).toEqual([]);
    const ready = await takeOn(served.client, checked);
    await served.client.event(ready.id, { type: 'install' }, {});
    await until(() => pretended.runs() === 1, 'the installer runs there');
    expect((await served.client.request('PATCH', path, { runner: null })).status).toBe(409);
    await writeFile(pretended.path('go'), '');
    expect((await ended(served, view.id)).outcome?.result).toBe('succeeded');
    expect(runner.told).toHaveLength(1);
  });

  it('whose network is cut in the middle of the installer goes on when it is mended, and has its log whole', async () => {
    await using served = await serveRunners();
    await using way = await cuttableWay(served.url);
    await using runner = await enrolled(served, 'mim01', { url: way.url, ...beside() });
    const { id } = await toReady(served);
    await served.client.event(id, { type: 'install' }, {});
    await until(() => (sizeOf(shownIn(served.folder, id)) ?? 0) > 0, 'some of the log has come');
    way.cut();
    await until(async () => (await stateOf(served, 'mim01')) === 'away', 'the cut is noticed');
    expect((await served.client.view(id)).waitsFor).toMatchObject({ runner: 'mim01', state: 'away' });
    await writeFile(pretended.path('go'), '');
    await until(() => existsSync(join(runner.folder, 'data/jobs', id, '1/exit.json')), 'the installer has ended meanwhile');
    way.mend();
    // A dial that began while the way was cut is given up after 20 seconds.
    await until(async () => (await stateOf(served, 'mim01')) === 'connected', 'it is connected again', 60_000);
    const done = await ended(served, id);
    expect(done.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    expect(await logOf(served, id)).toBe(readFileSync(shownIn(runner.folder, id), 'utf8'));
    expect(pretended.runs()).toBe(1);
  });

  it('whose runner is put in the place of by a newer one in the middle of the installer is followed on by that; one too new waits, and says so', async () => {
    await using served = await serveRunners();
    await using runner = await enrolled(served, 'mim01', beside());
    const { id } = await toReady(served);
    await served.client.event(id, { type: 'install' }, {});
    await until(() => pretended.runs() === 1, 'the installer runs');
    await runner.leave();
    const [major, minor] = ownVersion.split('.').map(Number);
    await using tooNew = await runBeside({
      url: served.url,
      folder: runner.folder,
      version: `${major}.${minor! + 1}.0`,
      ...beside(),
    });
    await until(async () => (await stateOf(served, 'mim01')) === 'otherVersion', 'it was told so');
    expect((await served.client.view(id)).waitsFor).toMatchObject({
      state: 'otherVersion',
      message: expect.stringContaining('Copy the bundle'),
    });
    await tooNew.leave();
    await using newer = await runBeside({ url: served.url, folder: runner.folder, version: `${major}.${minor}.99`, ...beside() });
    await writeFile(pretended.path('go'), '');
    expect((await ended(served, id)).outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    expect(await logOf(served, id)).toBe(readFileSync(shownIn(newer.folder, id), 'utf8'));
    expect(pretended.runs()).toBe(1);
  });

  it('is stopped on its server when it is cancelled', async () => {
    await using served = await serveRunners();
    await using runner = await enrolled(served, 'mim01', beside());
    const { id } = await toReady(served);
    await served.client.event(id, { type: 'install' }, {});
    await until(() => pretended.runs() === 1, 'the installer runs');
    await served.client.event(id, { type: 'cancel' }, {});
    expect((await seen(served.client, id, ({ status }) => status === 'cancelled')).outcome).toMatchObject({
      result: 'cancelled',
    });
    expect(existsSync(join(runner.folder, 'data/jobs', id, '1/stop'))).toBe(true);
  });
});

describe.each([
  ['its runner', { service: false, runner: true }],
  ['its service', { service: true, runner: false }],
  ['its service and its runner', { service: true, runner: true }],
])('A live installation, when %s stopped and came back', { timeout: 120_000 }, (_, stops) => {
  it('in the middle of a check, is checked', async () => {
    let asked = 0;
    await using silent = await startRawServer((socket) => {
      asked += 1;
      hangs(socket);
    });
    const served = await serveRunners();
    const runner = await enrolled(served, 'mim01', beside());
    const begun = await served.client.begin({ mode: 'live', runner: 'mim01', answers: { pages: upTo('components') } });
    const { id } = await takenOn(served, begun.id, 'database');
    const database = { ...answers.database, server: `127.0.0.1,${silent.port}` };
    await served.client.event(id, { type: 'submit', page: 'database', answers: database }, {});
    await until(() => asked > 0, 'the server is asked');
    const back = await comesBack(served, runner, id, stops);
    const checked = await seen(back.served.client, id, ({ status }) => status !== 'checking');
    expect(checked).toMatchObject({ waitsFor: null, page: { id: 'database' } });
    expect(checked.checks.find((check) => check.id === 'database-reachable')).toMatchObject({ status: 'failed' });
    await back[Symbol.asyncDispose]();
  });

  it('in the middle of the installer, is followed on, and nothing is run twice', async () => {
    const served = await serveRunners();
    const runner = await enrolled(served, 'mim01', beside());
    const { id } = await toReady(served);
    await served.client.event(id, { type: 'install' }, {});
    await until(() => pretended.runs() === 1, 'the installer runs');
    const back = await comesBack(served, runner, id, stops);
    await writeFile(pretended.path('go'), '');
    expect((await ended(back.served, id)).outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    expect(await logOf(back.served, id)).toBe(readFileSync(shownIn(back.runner.folder, id), 'utf8'));
    expect(pretended.runs()).toBe(1);
    await back[Symbol.asyncDispose]();
  });
});

/** Stops one of the two, or both, and starts it again over the same folder. That a runner is away is told meanwhile. */
async function comesBack(
  served: Served,
  runner: RunnerBeside,
  id: string,
  stops: { readonly service: boolean; readonly runner: boolean },
) {
  const { port } = new URL(served.url);
  if (stops.runner) await runner.leave();
  if (stops.runner && !stops.service) await until(async () => (await served.client.view(id)).waitsFor !== null, 'that is told');
  if (stops.service) await served.service.close();
  const back = stops.service ? await serve({ ...settingsOf(served), port: Number(port) }) : served;
  const again = stops.runner ? await runBeside({ url: back.url, folder: runner.folder, ...beside() }) : runner;
  return {
    served: back,
    runner: again,
    async [Symbol.asyncDispose]() {
      await again[Symbol.asyncDispose]();
      await back[Symbol.asyncDispose]();
      await rm(served.folder, { recursive: true, force: true });
    },
  };
}

function settingsOf({ folder }: Served): Record<string, unknown> {
  return { data: folder, runners: { heartbeat: 500 }, checks: { timeout: 3000, hostTimeout: 3000 } };
}

/** The answers to the pages up to this one. */
function upTo(last: string): Record<string, unknown> {
  const pages = Object.entries(answers);
  return Object.fromEntries(pages.slice(0, pages.findIndex(([page]) => page === last) + 1));
}

/** Takes on what fails on the way until this page asks. */
async function takenOn(served: Served, id: string, page: string): Promise<View> {
  let view = await seen(served.client, id, ({ status }) => status !== 'checking');
  while (view.page.id !== page) view = await takeOn(served.client, await served.client.step(view, answers));
  return view;
}

async function toReady(served: Served): Promise<View> {
  const view = await walkToReady(served.client, await served.client.begin({ mode: 'live', runner: 'mim01' }), answers);
  return await takeOn(served.client, view);
}

async function install(served: Served, id: string): Promise<View> {
  const { status, body } = await served.client.event(id, { type: 'install' }, {});
  expect(status, JSON.stringify(body)).toBe(200);
  return await ended(served, id);
}

function ended({ client }: Pick<Served, 'client'>, id: string): Promise<View> {
  return seen(client, id, ({ status }) => status !== 'installing');
}

async function logOf({ url }: Pick<Served, 'url'>, id: string): Promise<string> {
  return await (await fetch(`${url}/api/v1/installations/${id}/log`)).text();
}

function shownIn(folder: string, id: string): string {
  const path = join(folder, 'data/jobs', id, '1/log.txt');
  return existsSync(join(folder, 'data')) ? path : join(folder, 'jobs', id, '1/log.txt');
}

function sizeOf(path: string): number | undefined {
  return existsSync(path) ? readFileSync(path).length : undefined;
}

async function everythingIn(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const contents = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
  return contents.flatMap((bytes) => [bytes.toString('utf8'), bytes.toString('utf16le')]).join('\n');
}
