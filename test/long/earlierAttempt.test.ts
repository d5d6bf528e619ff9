import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import { createInstaller } from '../../services/installer/createInstaller.ts';
import { listen, type Pretended, pretend, until, whole } from '../installer/jobs.ts';

let pretended: Pretended;
beforeEach(async () => {
  pretended = await pretend();
});
afterEach(() => rm(pretended.folder, { recursive: true, maxRetries: 10, retryDelay: 100 }));

describe('Before another attempt is started', () => {
  it('the one before is followed to its end, where it still runs; if it succeeds, that is the outcome', async () => {
    const { settings, job, script, path, inJob, runs } = pretended;
    await leaveRunning({ LINES: await script('lines', whole) });
    const { call, lines } = listen();
    const again = createInstaller(settings).install(job({}, 2), call);
    await until(() => lines().includes(whole.at(-1)!), 'the first is followed');
    expect(runs()).toBe(1);
    await writeFile(path('go'), '');
    expect(await again).toMatchObject({
      result: 'succeeded',
      exitCode: 0,
      message: 'Attempt 1 has installed the product after all; the installer was not run again.',
    });
    expect(runs()).toBe(1);
    expect((await readFile(inJob('log.txt', 2), 'utf8')).trimEnd().split('\n')).toEqual(whole);
    expect(await createInstaller(settings).install(job({}, 2), listen().call)).toEqual(await again);
    expect(runs()).toBe(1);
  });

  it('its exit code is looked up, where it ended while nobody looked', async () => {
    const { settings, job, path, inJob, runs } = pretended;
    await leaveRunning({});
    await writeFile(path('go'), '');
    await until(() => existsSync(inJob('exit.json')), 'it has ended');
    // Only Windows has exit codes of more than eight bits.
    writeFileSync(inJob('exit.json'), JSON.stringify({ ...JSON.parse(readFileSync(inJob('exit.json'), 'utf8')), code: 3010 }));
    expect(await createInstaller(settings).install(job({}, 3), listen().call)).toMatchObject({
      result: 'succeeded',
      exitCode: 3010,
      restartNeeded: true,
      message: expect.stringContaining('Restart the server'),
    });
    expect(runs()).toBe(1);
  });

  it('it has to have failed; then the next is run', async () => {
    const { settings, job, path, runs } = pretended;
    await leaveRunning({ CODE: '1603' });
    const again = createInstaller(settings).install(job({}, 2), listen().call);
    expect(runs()).toBe(1);
    await writeFile(path('go'), '');
    expect(await again).toMatchObject({ result: 'succeeded', message: 'The product is installed.' });
    expect(runs()).toBe(2);
  });

  it('a success counts only while Windows Installer lists the product: one that was removed since is installed anew', async () => {
    const { settings, job, runs } = pretended;
    const installer = createInstaller({ ...settings, installed: async () => (runs() > 1 ? product() : null) });
    expect(await installer.install(job({}), listen().call)).toMatchObject({ result: 'succeeded' });
    expect(await installer.install(job({}, 2), listen().call)).toMatchObject({ message: 'The product is installed.' });
    expect(runs()).toBe(2);
  });

  it.each([
    ['is not run again where Windows Installer lists the product, which it did not before', null, 1],
    ['is run again where Windows Installer listed the product before as well', product(), 2],
  ])('one of which nobody learnt how it ended %s', async (_, before, times) => {
    const { settings, job, path, inJob, runs } = pretended;
    const installed = async () => (runs() === 0 ? before : product());
    const installer = createInstaller({ ...settings, installed });
    const first = installer.install(
      job({ LINES: await pretended.script('lines', whole.slice(0, 4)), UNTIL: path('never') }),
      listen().call,
    );
    await until(() => existsSync(inJob('followed.json')), 'it is in the middle');
    await until(() => pidIn(inJob('process.json')) !== null, 'it is noted');
    process.kill(pidIn(inJob('process.json'))!, 'SIGKILL');
    expect(await first).toMatchObject({ result: 'interrupted' });
    expect(await installer.install(job({}, 2), listen().call)).toMatchObject({ result: 'succeeded' });
    expect(runs()).toBe(times);
  });

  it('the one before is asked to stop, where the next is: that one never runs', async () => {
    const { settings, job, path, runs } = pretended;
    await leaveRunning({ UNTIL: path('never') });
    const installer = createInstaller(settings);
    const again = installer.install(job({}, 2), listen().call);
    await installer.stopInstaller({ installation: 'i1', attempt: 2 }, listen().call);
    expect(await again).toMatchObject({ result: 'cancelled' });
    expect(runs()).toBe(1);
  });
});

describe('An attempt that has been given up', () => {
  it('is not begun any more', async () => {
    const { settings, job, runs } = pretended;
    const outcome = await createInstaller(settings).install({ ...job({}), onlyIfBegun: true }, listen().call);
    expect(outcome).toMatchObject({ result: 'cancelled', exitCode: null, message: 'The installer had not been run.' });
    expect(runs()).toBe(0);
  });

  it('is followed to its end where it was begun', async () => {
    const { settings, job, path, runs } = pretended;
    await leaveRunning({});
    const outcome = createInstaller(settings).install({ ...job({}), onlyIfBegun: true }, listen().call);
    await writeFile(path('go'), '');
    expect(await outcome).toMatchObject({ result: 'succeeded' });
    expect(runs()).toBe(1);
  });
});

describe('A launcher', () => {
  it('never runs what one before it had come to, though nothing else of that is known', async () => {
    const { settings, job, inJob, runs } = pretended;
    mkdirSync(inJob(''), { recursive: true });
    writeFileSync(inJob('process.json'), JSON.stringify({ state: 'starting', run: 1, pid: null, startedAt: null }));
    const outcome: InstallOutcome = await createInstaller(settings).install(job({}), listen().call);
    expect(outcome).toMatchObject({ result: 'interrupted', exitCode: null });
    expect(runs()).toBe(0);
  });
});

/** A first attempt that runs on, with nobody who follows it any more. */
async function leaveRunning(properties: Record<string, string>): Promise<void> {
  const { settings, job, path, inJob, runs } = pretended;
  const { call, controller } = listen();
  const first = createInstaller(settings).install(job({ UNTIL: path('go'), ...properties }), call);
  await until(() => runs() === 1 && pidIn(inJob('process.json')) !== null, 'the first attempt runs');
  controller.abort(new Error('called off'));
  await expect(first).rejects.toThrow('called off');
}

function pidIn(path: string): number | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { pid: number | null }).pid : null;
}

function product() {
  return { name: 'Forefront Identity Manager Service and Portal', version: '4.6.0' };
}
