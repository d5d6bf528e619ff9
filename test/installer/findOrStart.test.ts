import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InstallJob } from '../../machines/ports/installer.ts';
import { tryLock } from '../../services/files/fileLock.ts';
import { createInstaller } from '../../services/installer/createInstaller.ts';
import { forgetJobs } from '../../services/installer/job/forgetJobs.ts';
import { readPackage } from '../../services/package/readPackage.ts';
import { engine, listen, type Pretended, pretend, until, whole } from './jobs.ts';

let pretended: Pretended;
beforeEach(async () => {
  pretended = await pretend();
});
afterEach(() => rm(pretended.folder, { recursive: true, maxRetries: 10, retryDelay: 100 }));

describe('running the installer', () => {
  it('runs it once, follows its log, and gives the same outcome to whoever asks again', async () => {
    const { settings, job, script, runs } = pretended;
    const properties = { LINES: await script('lines', whole), PAUSE: '5' };
    const { call, heard, lines } = listen();
    const outcome = await createInstaller(settings).install(job(properties), call);
    expect(outcome).toMatchObject({ result: 'succeeded', exitCode: 0, restartNeeded: false });
    expect(lines()).toEqual(whole);
    expect(heard.some(({ installer }) => installer?.action === 'InstallFiles')).toBe(true);
    expect(heard.at(-1)?.installer?.percent).toBe(100);
    expect(await createInstaller(settings).install(job(properties), listen().call)).toEqual(outcome);
    expect(runs()).toBe(1);
  });

  it('joins a second call to the run that is under way', async () => {
    const { settings, job, path, runs } = pretended;
    const installer = createInstaller(settings);
    const both = [listen(), listen()].map(({ call }) => installer.install(job({ UNTIL: path('go') }), call));
    await until(() => runs() === 1, 'the installer runs');
    await writeFile(path('go'), '');
    const [first, second] = await Promise.all(both);
    expect(second).toEqual(first);
    expect(runs()).toBe(1);
  });

  it('lets the installer go on when the call is called off, and finds it again', async () => {
    const { settings, job, path, runs } = pretended;
    const { call, controller } = listen();
    const first = createInstaller(settings).install(job({ UNTIL: path('go') }), call);
    await until(() => runs() === 1, 'the installer runs');
    controller.abort(new Error('called off'));
    await expect(first).rejects.toThrow('called off');
    await writeFile(path('go'), '');
    expect(await createInstaller(settings).install(job({}), listen().call)).toMatchObject({ result: 'succeeded' });
    expect(runs()).toBe(1);
  });

  it('is taken up by a service that was killed in the middle, from the same place in the log', async () => {
    const { settings, job, script, path, inJob, runs } = pretended;
    const properties = { LINES: await script('lines', whole), PAUSE: '40', UNTIL: path('go') };
    const service = await startService(properties);
    await until(() => linesOf(path('progress')).includes(whole[3]!), 'the killed service has told some lines');
    // The place is kept behind the lines that were told up to it.
    await until(() => keptBytes(inJob('followed.json')) > 0, 'the killed service has kept its place');
    service.kill('SIGKILL');
    const before = linesOf(path('progress'));
    await writeFile(path('go'), '');
    const { call, lines } = listen();
    expect(await createInstaller(settings).install(job(properties), call)).toMatchObject({ result: 'succeeded' });
    expect(runs()).toBe(1);
    expect(lines().length).toBeLessThan(whole.length);
    expect([...before, ...lines()].filter((line, at, all) => all.indexOf(line) === at)).toEqual(whole);
    expect((await readFile(pretended.inJob('log.txt'), 'utf8')).trimEnd().split('\n')).toEqual(whole);
  });

  it('gives its exit code to a service that comes after it has ended', async () => {
    const { settings, job, script, path, inJob, runs } = pretended;
    const service = await startService({ LINES: await script('lines', failing), CODE: '120', UNTIL: path('go') });
    await until(() => runs() === 1, 'the installer runs');
    service.kill('SIGKILL');
    await writeFile(path('go'), '');
    await until(() => existsSync(inJob('exit.json')), 'the installer has ended');
    const outcome = await createInstaller(settings).install(job({}), listen().call);
    expect(outcome).toMatchObject({ result: 'failed', exitCode: 120, failure: { action: 'ConfigureDatabase' } });
  });

  it('that is killed is told as interrupted', async () => {
    const { settings, job, script, path, inJob } = pretended;
    const { call, lines } = listen();
    const run = createInstaller(settings).install(
      job({ LINES: await script('lines', whole.slice(0, 4)), UNTIL: path('never') }),
      call,
    );
    await until(() => lines().includes(whole[3]!), 'the installer is in the middle');
    process.kill(Number(JSON.parse(readFileSync(inJob('process.json'), 'utf8')).pid), 'SIGKILL');
    const outcome = await run;
    expect(outcome).toMatchObject({ result: 'interrupted', exitCode: null, rolledBack: false });
    expect(outcome.failure?.action).toBe('InstallFiles');
  });

  it('whose host went down is told as interrupted, and a new attempt starts anew', async () => {
    const { settings, job, script, path, inJob, runs } = pretended;
    const service = await startService({ LINES: await script('lines', whole.slice(0, 4)), UNTIL: path('never') });
    await until(() => linesOf(path('progress')).includes(whole[3]!), 'the installer is in the middle');
    service.kill('SIGKILL');
    process.kill(launcherOf(inJob('')), 'SIGKILL');
    process.kill(Number(JSON.parse(readFileSync(inJob('process.json'), 'utf8')).pid), 'SIGKILL');
    const installer = createInstaller(settings);
    expect(await installer.install(job({}), listen().call)).toMatchObject({ result: 'interrupted', exitCode: null });
    expect(runs()).toBe(1);
    expect(await installer.install(job({}, 2), listen().call)).toMatchObject({ result: 'succeeded' });
    expect(runs()).toBe(2);
  });

  it('is started again where its launcher died before it had come to it', async () => {
    const { settings, job, path, inJob, runs } = pretended;
    const turn = tryLock(settings.hostLock!)!;
    const service = await startService({});
    await until(() => existsSync(inJob('process.json')), 'the launcher waits');
    service.kill('SIGKILL');
    process.kill(launcherOf(inJob('')), 'SIGKILL');
    turn.release();
    expect(await createInstaller(settings).install(job({}), listen().call)).toMatchObject({ result: 'succeeded' });
    expect(runs()).toBe(1);
    expect(existsSync(path('outcome'))).toBe(false);
  });

  it('never runs two at once on a host', async () => {
    const { settings, job, path, runs } = pretended;
    const installer = createInstaller(settings);
    const first = installer.install(job({ UNTIL: path('go') }), listen().call);
    await until(() => runs() === 1, 'the first runs');
    const other = listen();
    const second = createInstaller({ ...settings, jobsFolder: path('other jobs') }).install(job({}), other.call);
    await until(
      () => other.heard.some(({ installer }) => /no other installation/.test(installer?.phase ?? '')),
      'the second waits',
    );
    expect(runs()).toBe(1);
    await writeFile(path('go'), '');
    expect(await Promise.all([first, second])).toMatchObject([{ result: 'succeeded' }, { result: 'succeeded' }]);
    expect(runs()).toBe(2);
  });

  it('gives up waiting for other installations in the end, and says so', async () => {
    const { settings, job, runs } = pretended;
    const turn = tryLock(settings.hostLock!)!;
    const outcome = await createInstaller({ ...settings, patience: 200 }).install(job({}), listen().call);
    turn.release();
    expect(outcome).toMatchObject({ result: 'failed', exitCode: 1618 });
    expect(outcome.failure?.cause?.title).toMatch(/Another installation is running/);
    expect(runs()).toBe(0);
  });

  it('that waits for its turn never runs when it is called off', async () => {
    const { settings, job, inJob, runs } = pretended;
    const turn = tryLock(settings.hostLock!)!;
    const installer = createInstaller(settings);
    const { call } = listen();
    const run = installer.install(job({}), call);
    await until(() => existsSync(inJob('process.json')), 'it waits');
    await installer.stopInstaller({ installation: 'i1', attempt: 1 }, listen().call);
    expect(await run).toMatchObject({ result: 'cancelled', exitCode: null, message: expect.stringContaining('changed nothing') });
    turn.release();
    expect(runs()).toBe(0);
  });

  it.each([
    ['by being asked', {}],
    ['by force, where it does not listen', { STUBBORN: '1' }],
  ])('is stopped in the middle %s', async (_, properties) => {
    const { settings, job, script, path } = pretended;
    const installer = createInstaller(settings);
    const { call, lines } = listen();
    const run = installer.install(
      job({ ...properties, LINES: await script('lines', whole.slice(0, 4)), UNTIL: path('never') }),
      call,
    );
    await until(() => lines().includes(whole[3]!), 'the installer is in the middle');
    await installer.stopInstaller({ installation: 'i1', attempt: 1 }, listen().call);
    expect(await run).toMatchObject({ result: 'cancelled' });
  });

  it('is told as ended well by its log, where it was stopped too late', async () => {
    const { settings, job, script, path } = pretended;
    const installer = createInstaller(settings);
    const { call, lines } = listen();
    const run = installer.install(job({ LINES: await script('lines', whole), UNTIL: path('never') }), call);
    await until(() => lines().includes(whole.at(-1)!), 'the engine has ended');
    await installer.stopInstaller({ installation: 'i1', attempt: 1 }, listen().call);
    expect(await run).toMatchObject({ result: 'succeeded', exitCode: 0 });
  });

  it('leaves no secret in any file, nor in what it tells, nor in the arguments of its launcher', async () => {
    const { settings, job, script, path, inJob, runs, everything } = pretended;
    const secrets = { SERVICE_ACCOUNT_PASSWORD: 'Open"Sesame 1', HIDDEN_ONE: 'shown to nobody' };
    const told = [engine('Command Line: SERVICE_ACCOUNT_PASSWORD="Open""Sesame 1"'), 'said Open"Sesame 1 and shown to nobody'];
    const lines = await script('lines', told);
    const { call, heard } = listen();
    const run = createInstaller(settings).install(job({ ...secrets, LINES: lines, UNTIL: path('go') }), call);
    await until(() => runs() === 1, 'the installer runs');
    expect(readFileSync(`/proc/${launcherOf(inJob(''))}/cmdline`, 'utf8')).not.toMatch(/Sesame|nobody/);
    expect(readFileSync(`/proc/${launcherOf(inJob(''))}/fd/0`, 'utf8')).toBe('');
    expect(readFileSync(`/proc/${launcherOf(inJob(''))}/environ`, 'utf8')).not.toMatch(/Sesame|nobody/);
    await writeFile(path('go'), '');
    const outcome = await run;
    await rm(lines);
    expect(readFileSync(inJob('job.json'), 'utf8')).not.toMatch(/Sesame/);
    expect(await everything()).not.toMatch(/Sesame|shown to nobody/);
    expect(JSON.stringify([outcome, heard])).not.toMatch(/Sesame|shown to nobody/);
    expect(await readFile(inJob('log.txt'), 'utf8')).toContain('said ********** and **********');
    expect(JSON.parse(await readFile(inJob('job.json'), 'utf8')).command).toContain('HIDDEN_ONE="**********"');
  });

  it('does not hand this service’s own settings to the installer', async () => {
    const { settings, job, path } = pretended;
    process.env['MIM_SETUP_TOKEN'] = 'not for the installer';
    try {
      const program = [
        process.execPath,
        '-e',
        `require('fs').writeFileSync(${JSON.stringify(path('env'))}, JSON.stringify(process.env))`,
      ];
      await createInstaller({ ...settings, program }).install(job({}), listen().call);
    } finally {
      delete process.env['MIM_SETUP_TOKEN'];
    }
    expect(await readFile(path('env'), 'utf8')).toContain('PATH');
    expect(await readFile(path('env'), 'utf8')).not.toContain('not for the installer');
  });
});

describe('what the jobs of an installation have left', () => {
  it('is deleted with the installation, and nothing else', async () => {
    const { settings, job, inJob, path } = pretended;
    await createInstaller(settings).install(job({}), listen().call);
    await forgetJobs(settings.jobsFolder, 'other');
    expect(existsSync(inJob('outcome.json'))).toBe(true);
    await forgetJobs(settings.jobsFolder, 'i1');
    expect(existsSync(path('jobs/i1'))).toBe(false);
    await expect(forgetJobs(settings.jobsFolder, '..')).rejects.toThrow();
  });
});

describe('before the installer is run', () => {
  it.each<[string, Partial<InstallJob>, RegExp]>([
    ['without a package', { package: undefined }, /No package is configured/],
    ['with a feature that the package does not know', { features: ['CommonServices', 'Pam'] }, /does not know Pam/],
    ['with a value that no command line can carry', { properties: { A: 'a\nb' } }, /value of A has control characters/],
  ])('it is refused %s', async (_, change, message) => {
    const { settings, job, runs } = pretended;
    const outcome = await createInstaller(settings).install({ ...job({}), ...change }, listen().call);
    expect(outcome).toMatchObject({ result: 'failed', exitCode: null, message: expect.stringMatching(message) });
    expect(runs()).toBe(0);
  });

  it.each(['not there.msi', 'package.msi'])('it is refused with the package “%s” that is missing or is none', async (name) => {
    const { settings, job, path } = pretended;
    const outcome = await createInstaller({ ...settings, describe: readPackage }).install(
      { ...job({}), package: path(name) },
      listen().call,
    );
    expect(outcome).toMatchObject({ result: 'failed', exitCode: null, message: expect.stringContaining(name) });
  });

  it('it is refused off Windows, with what to do instead', async () => {
    const { settings, job } = pretended;
    const outcome = await createInstaller({ ...settings, platform: 'linux' }).install(job({}), listen().call);
    expect(outcome.message).toMatch(/report its exit code and its log/);
  });

  it('a program that cannot be started is told, not thrown', async () => {
    const { settings, job, path } = pretended;
    const outcome = await createInstaller({ ...settings, program: [path('no such program')] }).install(job({}), listen().call);
    expect(outcome).toMatchObject({ result: 'failed', exitCode: null, message: expect.stringContaining('could not be run') });
  });
});

function keptBytes(file: string): number {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { shownBytes: number }).shownBytes : 0;
}

const failing = [
  ...whole.slice(0, 3),
  engine('Executing op: ActionStart(Name=ConfigureDatabase,,)'),
  'Action ended 10:00:00: InstallFinalize. Return value 3.',
  'Action ended 10:00:00: INSTALL. Return value 3.',
];

async function startService(properties: Record<string, string>) {
  const { settings, job, path } = pretended;
  const { describe, ...rest } = settings;
  const known = await describe!('', { signal: new AbortController().signal });
  await writeFile(
    path('orders.json'),
    JSON.stringify({
      settings: rest,
      described: known,
      job: job(properties),
      progress: path('progress'),
      outcome: path('outcome'),
    }),
  );
  return spawn(process.execPath, [fileURLToPath(new URL('./serviceProcess.ts', import.meta.url)), path('orders.json')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function linesOf(progress: string): string[] {
  if (!existsSync(progress)) return [];
  const told = readFileSync(progress, 'utf8').trim().split('\n').filter(Boolean);
  return told.flatMap((line) => (JSON.parse(line) as { log?: string[] }).log ?? []);
}

/** The launcher names the jobs' folder in its arguments. */
function launcherOf(jobPath: string): number {
  const jobs = jobPath.replace(/\/i1\/1\/?$/, '');
  const pids = processes().filter((pid) => {
    const args = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') : [];
    return args.includes(jobs) && args.some((arg) => arg.endsWith('launcher.ts'));
  });
  expect(pids).toHaveLength(1);
  return pids[0]!;
}

function processes(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}
