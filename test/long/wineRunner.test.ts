import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { readPackage } from '../../services/package/readPackage.ts';
import type { PageAnswers } from '../answers.ts';
import { type Served, serve } from '../http/service.ts';
import { until } from '../installer/jobs.ts';
import { answersForNowhere, takeOn, walkToReady } from '../installer/liveWalk.ts';
import { packageToolsMissing } from '../peers/package/packageTools.ts';
import { standInRegistryKey } from '../peers/package/standIn.ts';
import { buildOrderedPackage, order } from '../peers/wine/orderedPackage.ts';
import { startWine, type Wine, wineMissing } from '../peers/wine/startWine.ts';
import { windowsNodeMissing } from '../peers/wine/windowsNode.ts';
import { startWindowsRunner, type WindowsRunner } from '../peers/wine/windowsRunner.ts';
import { type CuttableWay, cuttableWay } from '../runner/cuttable.ts';
import { stateOf } from '../runner/runnerBeside.ts';

const missing = wineMissing ?? packageToolsMissing ?? (await windowsNodeMissing());
const skipped = missing !== null && !process.env['CI'];

let wine: Wine;
let served: Served;
let way: CuttableWay;
let runner: WindowsRunner;
let productCode: string;

/** The service on Linux, and its runner on Windows, with Windows Installer and the stand-in package. */
describe.skipIf(skipped)(`A runner on Windows${skipped ? ` (${missing})` : ''}`, { timeout: 300_000 }, () => {
  beforeAll(async () => {
    wine = await startWine();
    await mkdir(join(wine.drive, 'mim 2016'));
    productCode = (await readPackage(await buildOrderedPackage(join(wine.drive, 'mim 2016')))).productCode!;
    served = await serve(serviceSettings);
    way = await cuttableWay(served.url);
    const { body } = await served.client.request<{ code: string }>('POST', '/api/v1/runners', { name: 'mim01' });
    await writeFile(join(wine.drive, 'runner.token'), `${body.code}\r\n`);
    runner = await startWindowsRunner(wine, way.url, runnerSettings);
    await connected();
  }, 300_000);
  afterEach(async () => {
    await order(wine);
    await wine.run('msiexec', ['/x', productCode, '/qn']);
  }, 180_000);
  afterAll(async () => {
    await runner?.kill();
    await way?.[Symbol.asyncDispose]();
    await served?.[Symbol.asyncDispose]();
    await wine?.stop();
  });

  it('says what it is, checks the server that it is on, and installs there; no secret stays on either side', async () => {
    const { body } = await served.client.request<{ items: object[] }>('GET', '/api/v1/runners');
    expect(body.items).toMatchObject([
      { name: 'mim01', about: { platform: 'win32', package: { productName: 'Stand-in Service and Portal' } } },
    ]);
    const tokenIn = () => readFileSync(join(wine.drive, 'runner.token'), 'utf8');
    await until(() => /^runner-\S+\n$/.test(tokenIn()), 'the code has given way to its token', 60_000);
    const view = await toReady();
    expect(view.checks.find(({ id }) => id === 'package')?.message).not.toMatch(/configured/);
    const done = await install(view.id);
    expect(done.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    expect(await wine.values(standInRegistryKey)).toMatchObject({ SERVICE_ACCOUNT_PASSWORD: `=${password}` });
    const log = await logOf(view.id);
    expect(log).toBe(readFileSync(join(jobFolder(view.id, 1), 'log.txt'), 'utf8'));
    expect(log).toContain('SERVICE_ACCOUNT_PASSWORD = **********');
    for (const folder of [join(wine.drive, 'mim-setup'), served.folder])
      expect(await everythingIn(folder), folder).not.toContain(password);
    expect(await runner.output()).not.toContain(password);
    await close(done);
  });

  it('tells a failing action with its cause and its lines, and installs at the retry', async () => {
    const { id } = await toReady();
    await order(wine, { FAIL_AT: 'deferred' });
    expect(await install(id)).toMatchObject({
      status: 'failed',
      outcome: { result: 'failed', failure: { action: 'FailDeferred', cause: { title: expect.stringContaining('SQL') } } },
    });
    await order(wine);
    await served.client.event(id, { type: 'retry' }, {});
    const done = await ended(id);
    expect(done.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    await close(done);
  });

  it('that is killed in the middle of the installer takes it up after its restart; nothing is run twice', async () => {
    const { id } = await toReady();
    await order(wine, slow);
    await served.client.event(id, { type: 'install' }, {});
    await inTheMiddle(id);
    await runner.kill();
    await until(async () => (await served.client.view(id)).waitsFor?.runner === 'mim01', 'that is told');
    runner = await startWindowsRunner(wine, way.url, runnerSettings);
    await connected();
    const done = await ended(id);
    expect(done.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    // One run logs it twice: when it is scheduled, and when it is carried out.
    expect((await logOf(id)).match(/Action start .*: SlowStep\./g)).toHaveLength(2);
    expect(existsSync(jobFolder(id, 2))).toBe(false);
    await close(done);
  });

  it('whose way is cut in the middle of the installer catches up when it is mended', async () => {
    const { id } = await toReady();
    await order(wine, slow);
    await served.client.event(id, { type: 'install' }, {});
    await inTheMiddle(id);
    way.cut();
    await until(async () => (await stateOf(served, 'mim01')) === 'away', 'the cut is noticed', 60_000);
    await until(() => existsSync(join(jobFolder(id, 1), 'exit.json')), 'the installer has ended meanwhile', 120_000);
    way.mend();
    const done = await ended(id);
    expect(done.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    expect(await logOf(id)).toBe(readFileSync(join(jobFolder(id, 1), 'log.txt'), 'utf8'));
    await close(done);
  });

  it('whose server goes down in the middle of the installer tells that it was interrupted, and installs at the retry', async () => {
    const { id } = await toReady();
    await order(wine, { ...slow, SLOW_PINGS: '30' });
    await served.client.event(id, { type: 'install' }, {});
    await inTheMiddle(id);
    wine.goDown();
    runner = await startWindowsRunner(wine, way.url, runnerSettings);
    await connected();
    const interrupted = await ended(id);
    expect(interrupted.outcome).toMatchObject({ result: 'interrupted', exitCode: null, failure: { action: 'SlowStep' } });
    await order(wine);
    await served.client.event(id, { type: 'retry' }, {});
    const done = await ended(id);
    expect(done.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    await close(done);
  });

  it('stops the installer when the installation is cancelled', async () => {
    const { id } = await toReady();
    await order(wine, { ...slow, SLOW_PINGS: '200' });
    await served.client.event(id, { type: 'install' }, {});
    await inTheMiddle(id);
    await served.client.event(id, { type: 'cancel' }, {});
    const stopped = await ended(id);
    expect(stopped).toMatchObject({ status: 'cancelled', outcome: { result: 'cancelled' } });
  });
});

const password = 'Open Sesame\\ ü;1=2';
const nowhere = {
  checks: { timeout: 3000, hostTimeout: 30_000 },
  // Nothing is asked of the world outside.
  entra: { clouds: { global: { login: 'https://127.0.0.1:2', graph: 'https://127.0.0.1:2' } } },
};
const serviceSettings = { ...nowhere, runners: { heartbeat: 1000 } };
const runnerSettings = { ...nowhere, data: 'C:\\mim-setup', package: 'C:\\mim 2016\\Service and Portal.msi' };
const slow = { SLOW: '1', SLOW_PINGS: '5' };

const answers: PageAnswers = {
  ...answersForNowhere('E', ['service', 'portal', 'resetPortal']),
  serviceAccount: { name: 'svcMIMService', domain: 'contoso', password },
};

async function connected(): Promise<void> {
  await until(async () => (await stateOf(served, 'mim01')) === 'connected', 'it is connected', 240_000).catch(async (error) => {
    throw new Error(`${String(error)} ${await runner.output()}`);
  });
}

async function toReady(): Promise<View> {
  const view = await walkToReady(served.client, await served.client.begin({ mode: 'live', runner: 'mim01' }), answers);
  return await takeOn(served.client, view);
}

async function install(id: string): Promise<View> {
  const { status, body } = await served.client.event(id, { type: 'install' }, {});
  expect(status, JSON.stringify(body)).toBe(200);
  return await ended(id);
}

async function ended(id: string): Promise<View> {
  const isOver = async () => (await served.client.view(id)).status !== 'installing';
  await until(isOver, 'the installer has ended', 180_000);
  return await served.client.view(id);
}

async function close({ id, tasks }: View): Promise<void> {
  for (const { id: task } of tasks)
    await served.client.event(id, { type: 'complete', task, outcome: 'skipped', reason: 'A test.' });
  expect((await served.client.view(id)).status).toBe('finished');
}

/** By Windows Installer's own log: what is shown of it lags behind by a line, which is held back until the next one is there. */
async function inTheMiddle(id: string): Promise<void> {
  const log = join(jobFolder(id, 1), 'installer.log');
  const begun = /Action start [\d:]+: InstallFinalize\..*Action start [\d:]+: SlowStep\./s;
  await until(() => existsSync(log) && begun.test(readFileSync(log, 'utf8')), 'the installer is in the middle', 90_000);
}

function jobFolder(id: string, attempt: number): string {
  return join(wine.drive, 'mim-setup', 'jobs', id, String(attempt));
}

async function logOf(id: string): Promise<string> {
  return await (await fetch(`${served.url}/api/v1/installations/${id}/log`)).text();
}

async function everythingIn(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const contents = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  return contents.flatMap((bytes) => [bytes.toString('utf8'), bytes.toString('utf16le')]).join('\n');
}
