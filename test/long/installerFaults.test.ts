import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInstaller } from '../../services/installer/createInstaller.ts';
import { smallDisk } from '../installer/fullDisk.ts';
import { listen, type Pretended, pretend, until, whole } from '../installer/jobs.ts';

let pretended: Pretended;
beforeEach(async () => {
  pretended = await pretend();
});
afterEach(() => rm(pretended.folder, { recursive: true, maxRetries: 10, retryDelay: 100 }));

describe('An installer that cannot be followed for a while', () => {
  it.each(['installer.log', 'process.json', 'alive.lock'])(
    'because %s cannot be opened, goes on and is followed on; that is told, and is no outcome',
    async (name) => {
      const { settings, job, script, path, inJob, runs } = pretended;
      const { call, heard, lines } = listen();
      const properties = { LINES: await script('lines', whole), UNTIL: path('go') };
      const outcome = createInstaller({ ...settings, quiet: 50 }).install(job(properties), call);
      await until(() => lines().length === whole.length, 'it is followed');
      const unlock = lock(inJob(name));
      await until(() => troubleOf(heard) !== undefined, 'that is told');
      expect(troubleOf(heard)).toMatch(/cannot be followed at the moment: .*It goes on meanwhile/);
      await writeFile(path('go'), '');
      await until(() => existsSync(inJob('exit.json')), 'the installer has ended');
      unlock();
      expect(await outcome).toMatchObject({ result: 'succeeded', exitCode: 0, message: 'The product is installed.' });
      expect(troubleOf(heard)).toBeUndefined();
      expect(lines()).toEqual(whole);
      expect(runs()).toBe(1);
    },
  );

  it('because the disk is full where its log is kept, has every line shown in the end, none of them twice', async () => {
    const { settings, job, script, inJob, runs } = pretended;
    mkdirSync(inJob(''), { recursive: true });
    symlinkSync('/dev/full', inJob('log.txt'));
    const { call, heard, lines } = listen();
    const outcome = createInstaller(settings).install(job({ LINES: await script('lines', whole), PAUSE: '10' }), call);
    await until(() => troubleOf(heard)?.includes('disk is full') === true, 'that is told');
    await until(() => existsSync(inJob('exit.json')), 'the installer has ended');
    rmSync(inJob('log.txt'));
    expect(await outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    expect(lines()).toEqual(whole);
    expect((await readFile(inJob('log.txt'), 'utf8')).trimEnd().split('\n')).toEqual(whole);
    expect(runs()).toBe(1);
  });

  it('and whose log can never be read, is known by its exit code in the end', async () => {
    const { settings, job, script, path, inJob, runs } = pretended;
    const { call, lines } = listen();
    const properties = { LINES: await script('lines', whole.slice(0, 4)), UNTIL: path('go') };
    const outcome = createInstaller({ ...settings, logPatience: 100 }).install(job(properties), call);
    await until(() => lines().length === 4, 'it is followed');
    lock(inJob('installer.log'));
    await writeFile(path('go'), '');
    expect(await outcome).toMatchObject({
      result: 'succeeded',
      exitCode: 0,
      message: expect.stringContaining('could not be read to its end'),
    });
    expect(runs()).toBe(1);
  });

  it('is not taken for quiet, though nothing of its log is heard: nobody knows yet how it ended', async () => {
    const { settings, job, script, path, inJob } = pretended;
    const { call, heard, lines } = listen();
    const properties = { LINES: await script('lines', whole.slice(0, 4)), UNTIL: path('never') };
    const controller = new AbortController();
    const outcome = createInstaller({ ...settings, quiet: 100 }).install(job(properties), { ...call, signal: controller.signal });
    await until(() => lines().length === 4, 'it is followed');
    const unlock = lock(inJob('installer.log'));
    process.kill(Number(JSON.parse(readFileSync(inJob('process.json'), 'utf8')).pid), 'SIGKILL');
    await until(() => existsSync(inJob('exit.json')), 'its launcher has noted that it is gone');
    const from = Date.now();
    await until(() => Date.now() - from > 300 && troubleOf(heard) !== undefined, 'it would long be quiet');
    expect(existsSync(inJob('outcome.json'))).toBe(false);
    unlock();
    expect(await outcome).toMatchObject({ result: 'interrupted' });
  });
});

describe('On a full disk', () => {
  it('an exit code is not lost: it is kept as soon as there is room, and the installer is not run again', async ({ skip }) => {
    using disk = smallDisk();
    if (!disk) return skip('no disk can be mounted here');
    const { settings, job, path, runs } = pretended;
    const { call } = listen();
    let ended = false;
    const jobsFolder = `${disk.path}/jobs`;
    const inJob = (name: string) => `${jobsFolder}/i1/1/${name}`;
    const running = createInstaller({ ...settings, jobsFolder }).install(job({ UNTIL: path('go') }), call);
    const outcome = running.finally(() => {
      ended = true;
    });
    await until(() => runs() === 1 && stateIn(inJob('process.json')) === 'running', 'the installer runs');
    disk.fill();
    await writeFile(path('go'), '');
    const pid = Number(readFileSync(path('runs'), 'utf8'));
    await until(() => !isAlive(pid), 'the installer has ended');
    expect([ended, existsSync(inJob('exit.json'))]).toEqual([false, false]);
    disk.makeRoom();
    expect(await outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    expect(runs()).toBe(1);
  });

  it('an outcome that cannot be kept is no failure of the installer', async ({ skip }) => {
    using disk = smallDisk();
    if (!disk) return skip('no disk can be mounted here');
    const { settings, job, path, runs } = pretended;
    const jobsFolder = `${disk.path}/jobs`;
    const inJob = (name: string) => `${jobsFolder}/i1/1/${name}`;
    const { call, controller } = listen();
    const installer = createInstaller({ ...settings, jobsFolder });
    const first = installer.install(job({ UNTIL: path('go') }), call);
    await until(() => runs() === 1, 'the installer runs');
    controller.abort(new Error('called off'));
    await expect(first).rejects.toThrow('called off');
    await writeFile(path('go'), '');
    await until(() => existsSync(inJob('exit.json')), 'the installer has ended');
    disk.fill();
    const again = listen();
    const outcome = installer.install(job({}), again.call);
    await until(() => troubleOf(again.heard)?.includes('disk is full') === true, 'that is told');
    disk.makeRoom();
    expect(await outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    expect(runs()).toBe(1);
  });

  it('an installer is not started, and it is told that nothing was', async ({ skip }) => {
    using disk = smallDisk();
    if (!disk) return skip('no disk can be mounted here');
    const { settings, job, runs } = pretended;
    disk.fill();
    const outcome = await createInstaller({ ...settings, jobsFolder: `${disk.path}/jobs` }).install(job({}), listen().call);
    expect(outcome).toMatchObject({ result: 'failed', exitCode: null });
    expect(outcome.message).toMatch(/was not run\. .*the disk is full/);
    expect(runs()).toBe(0);
  });
});

/** The file can't be opened from now on. @returns what ends that. */
function lock(path: string): () => void {
  renameSync(path, `${path}.held`);
  symlinkSync(path, path);
  return () => {
    // The launcher may have put the next one in its place meanwhile.
    rmSync(path);
    renameSync(`${path}.held`, path);
  };
}

function troubleOf(heard: ReturnType<typeof listen>['heard']): string | undefined {
  return heard.findLast(({ installer }) => installer)?.installer?.trouble;
}

function stateIn(path: string): string | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { state: string }).state : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
