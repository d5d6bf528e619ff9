import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '../../machines/ports/call.ts';
import type { InstallJob, InstallOutcome } from '../../machines/ports/installer.ts';
import type { InstallerSettings } from '../../services/installer/settings.ts';
import { readPackage } from '../../services/package/readPackage.ts';
import { until } from '../installer/jobs.ts';
import { packageToolsMissing } from '../peers/package/packageTools.ts';
import { buildStandIn, standInRegistryKey } from '../peers/package/standIn.ts';
import { type Started, startWine, type Wine, wineMissing } from '../peers/wine/startWine.ts';
import { windowsNode, windowsNodeMissing } from '../peers/wine/windowsNode.ts';
import { windowsPath } from '../peers/wine/windowsService.ts';

const missing = wineMissing ?? packageToolsMissing ?? (await windowsNodeMissing());
const skipped = missing !== null && !process.env['CI'];

let node = '';
let wine: Wine;
let productCode: string;
let attempt = 0;

describe.skipIf(skipped)(
  `the service as a Windows process, and a real msiexec${skipped ? ` (${missing})` : ''}`,
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      node = await windowsNode();
      wine = await startWine();
      await mkdir(join(wine.drive, 'mim 2016'));
      const path = await buildStandIn(join(wine.drive, 'mim 2016'));
      productCode = (await readPackage(path)).productCode!;
    }, 180_000);
    afterEach(async () => {
      await wine.run('msiexec', ['/x', productCode, '/qn']);
      await rm(installed(), { recursive: true, force: true });
    }, 180_000);
    afterAll(() => wine?.stop());

    it('installs the features that are asked for, tells its progress, and that it succeeded', async () => {
      const { outcome, progress } = await install({ features: ['CommonServices', 'WebPortals'], properties: accepted });
      expect(outcome).toMatchObject({ result: 'succeeded', exitCode: 0, restartNeeded: false });
      expect((await readdir(installed())).sort()).toEqual(['CommonServices', 'WebPortals']);
      const percents = progress.flatMap(({ installer }) => (installer ? [installer.percent] : []));
      expect(percents).toEqual([...percents].sort((a, b) => a - b));
      expect(percents.at(-1)).toBe(100);
      expect(linesOf(progress).join('\n')).toMatch(/Action start .*: InstallFiles\./);
    });

    it('hands every awkward value on to the installer as it is', async () => {
      const properties = Object.fromEntries(awkward.map((value, index) => [plainNames[index]!, value]));
      const { outcome } = await install({ properties: { ...accepted, ...properties } });
      expect(outcome.result).toBe('succeeded');
      const arrived = await wine.values(standInRegistryKey);
      const expected = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, `=${asWineReadsIt(value)}`]));
      expect(arrived).toMatchObject(expected);
    });

    it('hands an empty value on, which clears what the package would take', async () => {
      // The last one of its command line: for Wine 8 it would swallow the next, for Windows not.
      const { outcome } = await install({ properties: { ...accepted, SQLSERVER_DATABASE: '' } });
      expect(outcome.result).toBe('succeeded');
      expect(await wine.values(standInRegistryKey)).toMatchObject({ SQLSERVER_DATABASE: '=' });
    });

    it('leaves no secret behind, though this installer writes them into its log in clear', async () => {
      const secret = 'Open Sesame\\ ü 1;2';
      const { outcome, progress } = await install({ properties: { ...accepted, SERVICE_ACCOUNT_PASSWORD: secret } });
      expect(outcome).toMatchObject({ result: 'succeeded', message: 'The product is installed.' });
      expect((await wine.values(standInRegistryKey))['SERVICE_ACCOUNT_PASSWORD']).toBe(`=${secret}`);
      expect(JSON.stringify(progress)).not.toContain('Sesame');
      for (const file of await readdir(jobPath())) {
        expect(await readFile(join(jobPath(), file), 'utf8'), file).not.toContain('Sesame');
      }
      expect(await readFile(join(jobPath(), 'installer.log'), 'utf8')).toContain('SERVICE_ACCOUNT_PASSWORD');
    });

    it('tells which action failed, and that nothing is left of the installation', async () => {
      const { outcome, progress } = await install({ properties: { ...accepted, FAIL_AT: 'deferred' } });
      // Windows gives 1603 for it.
      expect(outcome).toMatchObject({ result: 'failed', exitCode: 1627, failure: { action: 'FailDeferred' } });
      expect(outcome.message).toContain('does not list the product as installed');
      expect(progress.some(({ installer }) => installer?.phase === 'Rolling back')).toBe(true);
      expect(await filesInstalled()).toEqual([]);
    });

    it.each([
      ['a launch condition that does not hold', {}],
      ['an action that fails before anything is changed', { ...accepted, FAIL_AT: 'install' }],
    ])('tells %s', async (_, properties) => {
      const { outcome } = await install({ properties });
      expect(outcome).toMatchObject({ result: 'failed', exitCode: 1603 });
      expect(await filesInstalled()).toEqual([]);
    });

    it('refuses, before it runs anything, what Wine itself would not', async () => {
      const unknown = await install({ features: ['CommonServices', 'NoSuchFeature'], properties: accepted });
      expect(unknown.outcome).toMatchObject({
        result: 'failed',
        exitCode: null,
        message: expect.stringContaining('NoSuchFeature'),
      });
      const gone = await install({ package: 'C:\\mim 2016\\not there.msi', properties: accepted });
      expect(gone.outcome).toMatchObject({ result: 'failed', exitCode: null, message: expect.stringContaining('not there.msi') });
    });

    it('is taken up when the service was killed in the middle, and its exit code is learnt', async () => {
      const run = await begin({ properties: { ...accepted, ...slow } });
      await inTheMiddle();
      run.service.process.kill('SIGKILL');
      await once(run.service.process, 'exit');
      const { outcome } = await takeUp(run);
      expect(outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
      expect(await readFile(join(jobPath(), 'log.txt'), 'utf8')).toMatch(/Action ended .*: SlowStep\. Return value 1\./);
      expect(await filesInstalled()).toHaveLength(3);
    });

    it('has its exit code learnt by a service that comes after it has ended', async () => {
      const run = await begin({ properties: { ...accepted, ...slow, FAIL_AT: 'deferred' } });
      await inTheMiddle();
      run.service.process.kill('SIGKILL');
      await once(run.service.process, 'exit');
      await until(() => existsSync(join(jobPath(), 'exit.json')), 'the installer has ended');
      const { outcome } = await takeUp(run);
      expect(outcome).toMatchObject({ result: 'failed', exitCode: 1627, failure: { action: 'FailDeferred' } });
    });

    it('that is killed is told as interrupted with what is installed now, and a retry succeeds', async () => {
      const run = await begin({ properties: { ...accepted, ...slow } });
      await inTheMiddle();
      await wine.run('taskkill', ['/F', '/PID', String(await installerPid())]);
      const { outcome } = await end(run);
      expect(outcome).toMatchObject({
        result: 'interrupted',
        exitCode: null,
        rolledBack: false,
        failure: { action: 'SlowStep' },
      });
      expect(outcome.message).toContain('does not list the product as installed');
      const retried = await install({ properties: accepted });
      expect(retried.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
      expect(await readdir(installed())).toEqual(['CommonServices']);
    });

    it('is stopped when asked to, and a retry succeeds', async () => {
      const run = await begin({ properties: { ...accepted, SLOW: '1', SLOW_PINGS: '60' } });
      await inTheMiddle();
      await askToStop(run);
      const { outcome } = await end(run);
      expect(outcome).toMatchObject({ result: 'cancelled' });
      expect((await install({ properties: accepted })).outcome).toMatchObject({ result: 'succeeded' });
    });

    it('has its log followed while it grows, and taken up at the same place, where its writer shares it as Windows’ own does', async () => {
      // Wine's own msiexec lets no other Windows process read the log before it has ended.
      const told = Array.from({ length: 40 }, (_, n) => `Line ${n}, ü`);
      await writeFile(join(wine.drive, 'lines'), told.join('\n'));
      const run = await begin(
        { properties: { LINES: 'C:\\lines', PAUSE: '60', UNTIL: 'C:\\go' } },
        { program: [windowsPath(node), pretended] },
      );
      await until(() => linesOf(run.progress()).includes('Line 5, ü'), 'some lines are told');
      // Killed before its place is kept, it tells all of them again.
      await until(() => existsSync(join(jobPath(), 'followed.json')), 'the place is kept');
      run.service.process.kill('SIGKILL');
      await once(run.service.process, 'exit');
      const before = linesOf(run.progress());
      expect(before.length).toBeLessThan(told.length);
      await writeFile(join(wine.drive, 'go'), '');
      const { outcome, progress } = await takeUp(run);
      expect(outcome.result).toBe('succeeded');
      expect(linesOf(progress).length).toBeLessThan(told.length);
      expect([...new Set([...before, ...linesOf(progress)])]).toEqual(told);
      expect(await readFile(join(jobPath(), 'log.txt'), 'utf8')).toBe(`${told.join('\n')}\n`);
    });

    it('finds the product installed already, and leaves it so', async () => {
      await install({ properties: accepted });
      const again = await install({ properties: accepted });
      expect(again.outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
      expect(await filesInstalled()).toHaveLength(3);
    });

    it('waits while Windows Installer is busy with another installation, and tries again', async () => {
      const { outcome } = await install(
        { properties: { RUNS: 'C:\\runs', BUSY: '2', CODE: '3010' } },
        { program: [windowsPath(node), pretended] },
      );
      expect(outcome).toMatchObject({ result: 'succeeded', exitCode: 3010, restartNeeded: true });
      expect(readFileSync(join(wine.drive, 'runs'), 'utf8').trim().split('\n')).toHaveLength(3);
    });

    it('tells that Windows Installer stayed busy', async () => {
      const { outcome } = await install(
        { properties: { RUNS: 'C:\\more runs', BUSY: '1000' } },
        { program: [windowsPath(node), pretended], patience: 1000 },
      );
      expect(outcome).toMatchObject({ result: 'failed', exitCode: 1618 });
    });
  },
);

const accepted = { ACCEPT_EULA: '1' };
const slow = { SLOW: '1', SLOW_PINGS: '5' };
const pretended = windowsPath(fileURLToPath(new URL('../installer/pretendInstaller.ts', import.meta.url)));
const plainNames = [
  'SQLSERVER_SERVER',
  'SQLSERVER_DATABASE',
  'MAIL_SERVER',
  'SERVICE_MANAGER_SERVER',
  'CERTIFICATE_NAME',
  'SERVICE_ACCOUNT_NAME',
  'SERVICE_ACCOUNT_DOMAIN',
  'SERVICE_ACCOUNT_EMAIL',
  'SYNCHRONIZATION_SERVER',
  'SYNCHRONIZATION_SERVER_ACCOUNT',
  'SERVICEADDRESS',
  'SHAREPOINT_URL',
  'REGISTRATION_PORTAL_URL',
  'REGISTRATION_ACCOUNT',
  'REGISTRATION_HOSTNAME',
  'REGISTRATION_SERVERNAME',
  'RESET_ACCOUNT',
  'RESET_HOSTNAME',
  'RESET_SERVERNAME',
  'RUNNING_USER_EMAIL',
];
const awkward = [
  'plain',
  'two  words',
  ' leading and trailing ',
  'C:\\my dir\\',
  'C:\\dir\\\\',
  'svc$',
  'CONTOSO\\gmsa$',
  'a^b%PATH%c&d|e<f>g!h',
  "it's",
  'a;b,c=d',
  '/qb',
  'A=B',
  '[ProductName]',
  '{x}',
  'Zürich Straße',
  'a "quoted" word',
  '`x`$(y)',
  '#1@2~3',
];

/**
 * Wine 8 takes a doubled quote for none and several spaces for one; Windows does not. What Windows reads is held by the tests of
 * the command line.
 */
function asWineReadsIt(value: string): string {
  return value.replaceAll('"', '').replace(/ +/g, ' ');
}

interface Run {
  readonly service: Started;
  readonly name: string;
  progress(): Progress[];
}

async function install(job: Partial<InstallJob>, settings: Partial<InstallerSettings> = {}) {
  return await end(await begin(job, settings));
}

async function begin(job: Partial<InstallJob>, settings: Partial<InstallerSettings> = {}): Promise<Run> {
  attempt++;
  const orders = {
    settings: { jobsFolder: 'C:\\jobs', pollInterval: 100, quiet: 2000, grace: 2000, ...settings },
    job: {
      installation: 'i1',
      attempt,
      package: 'C:\\mim 2016\\Service and Portal.msi',
      features: ['CommonServices'],
      properties: {},
      ...job,
    },
  };
  return await startService(`${attempt}`, orders);
}

/** A new service process for the same job. */
async function takeUp(run: Run) {
  return await end(await startService(`${run.name} again`, await ordersOf(run)));
}

async function askToStop(run: Run): Promise<void> {
  const { service } = await startService(`${run.name} stop`, { ...(await ordersOf(run)), stop: true });
  if (service.process.exitCode === null) await once(service.process, 'exit');
}

async function ordersOf({ name }: Run): Promise<object> {
  return JSON.parse(await readFile(join(wine.drive, `orders-${name}.json`), 'utf8')) as object;
}

async function startService(name: string, orders: object): Promise<Run> {
  const path = join(wine.drive, `orders-${name}.json`);
  await writeFile(path, JSON.stringify({ ...orders, progress: `C:\\progress-${name}`, outcome: `C:\\outcome-${name}` }));
  const program = windowsPath(fileURLToPath(new URL('../installer/serviceProcess.ts', import.meta.url)));
  const service = await wine.start(windowsPath(node), [program, `C:\\orders-${name}.json`]);
  const progress = join(wine.drive, `progress-${name}`);
  return {
    service,
    name,
    progress() {
      if (!existsSync(progress)) return [];
      const whole = readFileSync(progress, 'utf8').split('\n').slice(0, -1);
      return whole.map((line) => JSON.parse(line) as Progress);
    },
  };
}

async function end({ service, name, progress }: Run): Promise<{ outcome: InstallOutcome; progress: Progress[] }> {
  if (service.process.exitCode === null) await once(service.process, 'exit');
  const path = join(wine.drive, `outcome-${name}`);
  if (!existsSync(path)) throw new Error(`The service ended without an outcome: ${await service.output()}`);
  return { outcome: JSON.parse(await readFile(path, 'utf8')) as InstallOutcome, progress: progress() };
}

/** Linux can read the log while Wine's installer writes it. */
async function inTheMiddle(): Promise<void> {
  const log = join(jobPath(), 'installer.log');
  const begun = /Action start [\d:]+: InstallFinalize\..*Action start [\d:]+: SlowStep\./s;
  await until(() => existsSync(log) && begun.test(readFileSync(log, 'utf8')), 'the installer is in the middle');
}

async function installerPid(): Promise<number> {
  const { pid } = JSON.parse(await readFile(join(jobPath(), 'process.json'), 'utf8')) as { pid: number };
  return pid;
}

function linesOf(progress: readonly Progress[]): string[] {
  return progress.flatMap(({ log = [] }) => log);
}

function jobPath(): string {
  return join(wine.drive, 'jobs', 'i1', String(attempt));
}

function installed(): string {
  return join(wine.drive, 'Program Files', 'Contoso Forefront Identity Manager', '2010');
}

async function filesInstalled(): Promise<string[]> {
  const entries = await readdir(installed(), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
