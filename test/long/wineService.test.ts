import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { readPackage } from '../../services/package/readPackage.ts';
import type { PageAnswers } from '../answers.ts';
import { until } from '../installer/jobs.ts';
import { answersForNowhere, takeOn, walkToReady } from '../installer/liveWalk.ts';
import { packageToolsMissing } from '../peers/package/packageTools.ts';
import { standInRegistryKey } from '../peers/package/standIn.ts';
import { buildOrderedPackage, order } from '../peers/wine/orderedPackage.ts';
import { startWine, type Wine, wineMissing } from '../peers/wine/startWine.ts';
import { windowsNodeMissing } from '../peers/wine/windowsNode.ts';
import { startWindowsService, type WindowsService } from '../peers/wine/windowsService.ts';

const missing = wineMissing ?? packageToolsMissing ?? (await windowsNodeMissing());
const skipped = missing !== null && !process.env['CI'];

let wine: Wine;
let service: WindowsService;
let productCode: string;

/** The whole product as users run it on Windows, in live mode; nothing of it is replaced but what Wine has in Windows' place. */
describe.skipIf(skipped)(
  `the service on Windows, from welcome to the closing report${skipped ? ` (${missing})` : ''}`,
  { timeout: 240_000 },
  () => {
    beforeAll(async () => {
      wine = await startWine();
      await mkdir(join(wine.drive, 'mim 2016'));
      productCode = (await readPackage(await buildOrderedPackage(join(wine.drive, 'mim 2016')))).productCode!;
      await buildOrderedPackage(join(wine.drive, 'mim 2016'), { fileName: 'other.msi', seed: 'other' });
      await buildOrderedPackage(join(wine.drive, 'mim 2016'), { fileName: 'old.msi', version: '4.6.34.0' });
      await buildOrderedPackage(join(wine.drive, 'mim 2016'), {
        fileName: 'newer.msi',
        version: '4.6.540.0',
        statements: [anotherBuild],
      });
      service = await startWindowsService(wine, settings);
    }, 240_000);
    afterEach(async () => {
      await order(wine);
      await wine.run('msiexec', ['/x', productCode, '/qn']);
    }, 180_000);
    afterAll(async () => {
      await service?.kill();
      await wine?.stop();
    });

    it('makes every check, tells by a warning what cannot be looked at here, and takes the word for what failed', async () => {
      const view = await toReady();
      const { body: checks } = await service.client.request<View['checks']>('GET', `/api/v1/installations/${view.id}/checks`);
      expect(checks.filter(({ status }) => status === 'pending' || status === 'failed')).toEqual([]);
      expect(statusesOf(checks)).toMatchObject({
        'sign-in': 'overridden',
        'database-reachable': 'overridden',
        'database-presence': 'skipped',
        'service-account': 'warning',
        'host-elevated': 'warning',
        package: 'warning',
      });
      expect(checks.find(({ id }) => id === 'sign-in')?.overridden).toMatchObject({
        reason: 'Nothing answers here.',
        who: 'local',
      });
      expect(view.can).toContain('install');
      await cancel(view);
    });

    it('installs the features and every property, follows the log, and leaves no secret behind', async () => {
      const view = await toReady();
      const installed = await install(view.id);
      expect(installed.outcome).toMatchObject({ result: 'succeeded', exitCode: 0, restartNeeded: false });
      expect((await readdir(folder())).sort()).toEqual(['CommonServices', 'ResetPortal', 'WebPortals']);
      expect(await wine.values(standInRegistryKey)).toMatchObject({
        SQLSERVER_SERVER: '=sql.contoso.invalid\\MIM',
        SQLSERVER_DATABASE: '=FIM 100% & Co',
        SERVICE_ACCOUNT_NAME: '=svcMIMService',
        SERVICE_ACCOUNT_PASSWORD: `=${password}`,
        SHAREPOINT_URL: '=http://mim.contoso.invalid',
        RESET_ACCOUNT: '=contoso\\MIMAppPoolGMSA$',
        RESET_PORT: '=80',
      });
      expect(installed.tasks.map(({ id }) => id)).not.toContain('restart');

      const log = await logOf(view.id);
      expect(log).toMatch(/Action ended .*: InstallFinalize\. Return value 1\./);
      expect(log).toContain('SERVICE_ACCOUNT_PASSWORD = **********');
      expect(log).not.toContain(password);
      expect(await everythingKept()).toContain('installer.log');
      for (const secret of [password, 'Sign@in1']) expect(await everythingKept()).not.toContain(secret);
      expect(await service.output()).not.toContain(password);
      await close(installed);
      expect(await reportOf(view.id)).not.toContain(password);
    });

    it('names a product that is installed already at ready, and does not install over it', async () => {
      await install((await toReady()).id);
      const view = await toReady(false);
      const check = view.checks.find(({ id }) => id === 'package');
      expect(check).toMatchObject({
        status: 'failed',
        message: expect.stringMatching(/Stand-in Service and Portal 4\.6\.421\.0 is installed already.*change/i),
      });
      const refused = await service.client.event<{ code: string; checks: string[] }>(view.id, { type: 'install' });
      expect(refused).toMatchObject({ status: 409, body: { code: 'checks-failed', checks: ['package'] } });
      await cancel(view);
    });

    it('names another build of the product that is installed', async () => {
      await install((await toReady()).id);
      const view = await toReady(false, { package: 'C:\\mim 2016\\newer.msi' });
      expect(view.checks.find(({ id }) => id === 'package')).toMatchObject({
        status: 'failed',
        message: expect.stringContaining('Stand-in Service and Portal 4.6.421.0, another build, is installed already.'),
      });
      await cancel(view);
    });

    it('holds the installation back with a build that is too old for Application Context', async () => {
      const view = await toReady(
        false,
        { package: 'C:\\mim 2016\\old.msi' },
        answersForNowhere('C', ['service', 'portal', 'resetPortal']),
      );
      expect(view.checks.find(({ id }) => id === 'package')).toMatchObject({
        status: 'failed',
        message: expect.stringMatching(/build 4\.6\.34\.0; Application Context Authentication \(option C\) needs 4\.6\.421\.0/),
      });
      const refused = await service.client.event<{ code: string; checks: string[] }>(view.id, { type: 'install' });
      expect(refused).toMatchObject({ status: 409, body: { code: 'checks-failed', checks: ['package'] } });
      await cancel(view);
    });

    it('tells a failing action with its cause and its lines, rolls back, and installs at the retry', async () => {
      const { id } = await toReady();
      await order(wine, { FAIL_AT: 'deferred' });
      const failed = await install(id);
      expect(failed).toMatchObject({
        status: 'failed',
        outcome: {
          result: 'failed',
          // Windows gives 1603 for it.
          exitCode: 1627,
          failure: { action: 'FailDeferred', cause: { title: expect.stringContaining('SQL') } },
        },
      });
      expect(failed.outcome?.failure?.lines.join('\n')).toContain('CREATE DATABASE permission denied');
      expect(failed.problems).toMatchObject([{ code: 'installer-failed', detail: expect.stringContaining('FailDeferred') }]);
      expect(await installedFiles()).toEqual([]);
      expect(failed.can).toEqual(expect.arrayContaining(['retry', 'back', 'revisit', 'cancel']));

      await order(wine);
      await service.client.event(id, { type: 'retry' });
      const done = await ended(id);
      expect(done.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
      expect(await installedFiles()).toHaveLength(9);
      const report = await reportOf(id);
      expect(report).toMatch(/^\| 1 \|.*\| 1627 \|.*FailDeferred.*SQL Server/m);
      expect(report).toMatch(/^\| 2 \|.*\| 0 \|.*installed/m);
      await close(done);
    });

    it('killed in the middle of the installer, takes it up after its restart, to the same end', async () => {
      const { id } = await toReady();
      await order(wine, slow);
      await service.client.event(id, { type: 'install' }, {});
      await inTheMiddle(id, 1);
      await restart();
      expect(await service.client.view(id)).toMatchObject({ status: 'installing', outcome: null });
      const done = await ended(id);
      expect(done.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
      expect(await installedFiles()).toHaveLength(9);
      expect(await logOf(id)).toMatch(/Action ended .*: SlowStep\. Return value 1\./);
      expect(await logOf(id)).not.toContain(password);
      expect(await everythingKept()).not.toContain(password);
      await close(done);
    });

    it('learns how the installer ended while it was dead, a restart of the server that is needed included', async () => {
      const { id } = await toReady();
      await order(wine, { ...slow, RESTART: '1' });
      await service.client.event(id, { type: 'install' }, {});
      await inTheMiddle(id, 1);
      await service.kill();
      await until(() => existsSync(join(jobFolder(id, 1), 'exit.json')), 'the installer has ended');
      wine.goDown();
      service = await startWindowsService(wine, settings);
      const done = await ended(id);
      expect(done.outcome).toMatchObject({ result: 'succeeded', exitCode: 3010, restartNeeded: true });
      expect(done.tasks[0]).toMatchObject({ id: 'restart', state: 'open' });
      await service.client.event(id, { type: 'complete', task: 'restart', outcome: 'done' });
      expect((await service.client.view(id)).tasks[0]).toMatchObject({ id: 'restart', state: 'done' });
      expect(await everythingKept()).not.toContain(password);
      await close(done);
    });

    it('whose host goes down in the middle of the installer, tells that it was interrupted, and installs at the retry', async () => {
      const { id } = await toReady();
      await order(wine, { ...slow, SLOW_PINGS: '30' });
      await service.client.event(id, { type: 'install' }, {});
      await inTheMiddle(id, 1);
      wine.goDown();
      service = await startWindowsService(wine, settings);
      const interrupted = await ended(id);
      expect(interrupted.outcome).toMatchObject({ result: 'interrupted', exitCode: null, failure: { action: 'SlowStep' } });
      expect(interrupted.problems[0]?.code).toBe('installer-interrupted');
      await order(wine);
      await service.client.event(id, { type: 'retry' });
      const done = await ended(id);
      expect(done.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
      await close(done);
    });

    it('tells an installer that was killed as interrupted, with what is installed now; changed answers count at the next try', async () => {
      const { id } = await toReady();
      await order(wine, { ...slow, SLOW_PINGS: '30' });
      await service.client.event(id, { type: 'install' }, {});
      await inTheMiddle(id, 1);
      const { pid } = JSON.parse(await readFile(join(jobFolder(id, 1), 'process.json'), 'utf8')) as { pid: number };
      await wine.run('taskkill', ['/F', '/PID', String(pid)]);
      const interrupted = await ended(id);
      expect(interrupted.outcome).toMatchObject({ result: 'interrupted', exitCode: null, rolledBack: false });
      expect(interrupted.outcome?.message).toContain('does not list the product as installed');

      await order(wine);
      const { body: asked } = await service.client.event(id, { type: 'revisit', page: 'database' });
      expect(asked.outline.find(({ page }) => page === 'components')).toMatchObject({ answers: 'counted' });
      expect(asked.outline.find(({ page }) => page === 'serviceAccount')).toMatchObject({ answers: 'proposed' });
      const ready = await walkToReady(service.client, asked, {
        ...answers,
        database: { ...answers['database'], name: 'FIMServiceAnew' },
        serviceAccount: { ...answers['serviceAccount'], password: { kept: true } },
      });
      const done = await install(ready.id);
      expect(done.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
      expect(await wine.values(standInRegistryKey)).toMatchObject({
        SQLSERVER_DATABASE: '=FIMServiceAnew',
        SERVICE_ACCOUNT_PASSWORD: `=${password}`,
      });
      await close(done);
    });

    it('lets two installations wait for each other: one installer at a time on a host', async () => {
      const first = await toReady();
      const second = await toReady(true, { package: 'C:\\mim 2016\\other.msi' });
      // Long enough for the other one to be seen waiting, however slow the machine is.
      await order(wine, { ...slow, SLOW_PINGS: '20' });
      await service.client.event(first.id, { type: 'install' }, {});
      await inTheMiddle(first.id, 1);
      await order(wine);
      await service.client.event(second.id, { type: 'install' }, {});
      await until(
        async () => /no other installation/.test((await service.client.view(second.id)).progress?.phase ?? ''),
        'it waits',
      );
      expect(existsSync(join(jobFolder(second.id, 1), 'installer.log'))).toBe(false);
      const done = await ended(first.id);
      expect(done.outcome?.result).toBe('succeeded');
      const other = await ended(second.id);
      expect(other.outcome?.result).toBe('succeeded');
      await wine.run('msiexec', ['/x', 'C:\\mim 2016\\other.msi', '/qn']);
      await close(done);
      await close(other);
    });

    it('cancelled while it installs, stops the installer, and is cancelled when that is over; its secrets are destroyed', async () => {
      const { id } = await toReady();
      await order(wine, { ...slow, SLOW_PINGS: '200' });
      await service.client.event(id, { type: 'install' }, {});
      await inTheMiddle(id, 1);
      const { body } = await service.client.event(id, { type: 'cancel' }, {});
      expect(body.status).toBe('installing');
      await until(() => existsSync(join(jobFolder(id, 1), 'exit.json')), 'the installer has ended', 120_000);
      const stopped = await ended(id);
      expect(stopped.outcome).toMatchObject({ result: 'cancelled' });
      expect(stopped.status).toBe('cancelled');
      expect(stopped.can).toEqual([]);
      expect(await everythingKept()).not.toContain(password);
    });
  },
);

const password = 'Open Sesame\\ ü;1=2';
const settings = {
  data: 'C:\\mim-setup',
  package: 'C:\\mim 2016\\Service and Portal.msi',
  checks: { timeout: 3000, hostTimeout: 30_000 },
  // Nothing is asked of the world outside.
  entra: { clouds: { global: { login: 'https://127.0.0.1:2', graph: 'https://127.0.0.1:2' } } },
};
const anotherBuild = "UPDATE `Property` SET `Value` = '{11111111-2222-5333-A444-555555555555}' WHERE `Property` = 'ProductCode'";
const slow = { SLOW: '1', SLOW_PINGS: '5' };

const answers: PageAnswers = {
  ...answersForNowhere('E', ['service', 'portal', 'resetPortal']),
  database: { server: 'sql.contoso.invalid\\MIM', name: 'FIM 100% & Co', whenExists: 'create' },
  serviceAccount: { name: 'svcMIMService', domain: 'contoso', password },
};

/** Walks as an administrator would; with `settle`, what the last checks found is taken on, too. */
async function toReady(settle = true, wish: object = {}, given = answers): Promise<View> {
  const { client } = service;
  const view = await walkToReady(client, await client.begin({ mode: 'live', name: 'On Windows', ...wish }), given);
  return settle ? await takeOn(client, view) : view;
}

async function install(id: string): Promise<View> {
  const { status, body } = await service.client.event(id, { type: 'install' });
  expect(status, JSON.stringify(body)).toBe(200);
  return await ended(id);
}

/** Waits until the installer has ended, and that is told. */
async function ended(id: string): Promise<View> {
  const isOver = async () => (await service.client.view(id)).status !== 'installing';
  await until(isOver, 'the installer has ended', 120_000);
  return await service.client.view(id);
}

async function close({ id, tasks }: View): Promise<void> {
  for (const { id: task } of tasks)
    await service.client.event(id, { type: 'complete', task, outcome: 'skipped', reason: 'A test.' });
  expect((await service.client.view(id)).status).toBe('finished');
}

async function cancel({ id }: View): Promise<void> {
  expect((await service.client.event(id, { type: 'cancel' })).body.status).toBe('cancelled');
}

async function restart(): Promise<void> {
  await service.kill();
  service = await startWindowsService(wine, settings);
}

async function inTheMiddle(id: string, attempt: number): Promise<void> {
  const log = join(jobFolder(id, attempt), 'installer.log');
  const begun = /Action start [\d:]+: InstallFinalize\..*Action start [\d:]+: SlowStep\./s;
  await until(() => existsSync(log) && begun.test(readFileSync(log, 'utf8')), 'the installer is in the middle', 60_000);
}

function statusesOf(checks: View['checks']): Record<string, string> {
  return Object.fromEntries(checks.map(({ id, status }) => [id, status]));
}

async function logOf(id: string): Promise<string> {
  return await (await fetch(`${service.url}/api/v1/installations/${id}/log`)).text();
}

async function reportOf(id: string): Promise<string> {
  return await (await fetch(`${service.url}/api/v1/installations/${id}/report`)).text();
}

function jobFolder(id: string, attempt: number): string {
  return join(wine.drive, 'mim-setup', 'jobs', id, String(attempt));
}

/** The names and contents of all files in the data folder, however they are encoded. */
async function everythingKept(): Promise<string> {
  const files = (await readdir(join(wine.drive, 'mim-setup'), { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  const contents = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  return [
    ...files.map(({ name }) => name),
    ...contents.flatMap((bytes) => [bytes.toString('utf8'), bytes.toString('utf16le')]),
  ].join('\n');
}

const folder = () => join(wine.drive, 'Program Files', 'Contoso Forefront Identity Manager', '2010');

async function installedFiles(): Promise<string[]> {
  const entries = await readdir(folder(), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
