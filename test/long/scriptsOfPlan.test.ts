import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Plan } from '../../machines/plan/plan.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, type Script, startPowerShell } from '../peers/powershell/session.ts';
import { awkward, planWith, text } from '../plan/values.ts';
import { handsOnSecrets, handsOnValues, passesOn, runsOption } from '../scripts/installerRuns.ts';
import { prepareServer, productCode, type Server } from '../scripts/installing.ts';

// The computer may be busy.
vi.setConfig({ testTimeout: 120_000 });

const plain = planWith({ ACCEPT_EULA: '1' }, []);
const withSecret = planWith({}, ['SERVICE_ACCOUNT_PASSWORD']);
describe.skipIf(withoutPwsh)(`The PowerShell script of the plan, run by PowerShell (${pwshMissing ?? 'installed'})`, () => {
  let session: PowerShellSession;
  beforeAll(async () => {
    session = await startPowerShell();
  });
  afterAll(() => session?.[Symbol.asyncDispose]());

  const run = (server: Server, more: Partial<Script> = {}) =>
    session.run({ script: server.script, windows: server.windows, folder: '/', ...more });

  it('hands every value to the installer as it is, from folders of any name', () =>
    handsOnValues(run, [...awkward, ...fc.sample(text, 50)]));

  it('hands every secret on as it is in the environment, says none, and keeps it from the installer’s own environment', () =>
    handsOnSecrets(run, awkward.filter(Boolean)));

  it.each(['C', 'I'] as const)('runs for option %s, with each property that has a name, and no other', (option) =>
    runsOption(run, option),
  );

  it.each([0, 3010, 1603, -1])('waits for the installer, passes its exit code %i on, and explains it', (code) =>
    passesOn(run, code),
  );

  describe('looks before it does anything', () => {
    it.each<[string, number, RegExp, Parameters<typeof prepareServer>, Partial<Script>?]>([
      ['the plan is not complete', 87, /firewall\.openServicePorts/, [incomplete()]],
      ['this is not Windows', 1633, /on Windows alone/, [plain], { environment: { OS: '' } }],
      ['nobody is elevated', 740, /./, [plain, { user: { name: 'CONTOSO\\install', elevated: false } }]],
      [
        'there is no such package',
        1619,
        /There is no package .*Other\.msi/,
        [plain],
        { arguments: { Package: '/nowhere/Other.msi' } },
      ],
      ['a path has quotes', 87, /no quotes/, [plain], { arguments: { Log: '/tmp/a"b/log.txt' } }],
      ['the package is none', 1620, /is not a package/, [plain, {}, 'Some text']],
      ['another installation runs', 1618, /./, [plain, { installation: 'runs' }]],
      ['whether one runs may not be known', 1618, /./, [plain, { mutex: 'forbidden' }]],
      [
        'a secret is not given, and nobody can be asked',
        87,
        /set the environment variable SERVICE_ACCOUNT_PASSWORD/,
        [withSecret],
      ],
      ['a secret has line breaks', 87, /control characters/, [withSecret], { environment: { SERVICE_ACCOUNT_PASSWORD: 'a\nb' } }],
      [
        'the command gets too long',
        87,
        /longer than Windows takes/,
        [withSecret],
        { environment: { SERVICE_ACCOUNT_PASSWORD: 'x'.repeat(32_500) } },
      ],
    ])('and runs nothing where %s: exit code %i', async (_, code, words, prepare, more) => {
      await using server = await prepareServer(...prepare);
      const ran = await run(server, more);
      expect(ran).toMatchObject({ exitCode: code, error: null });
      expect(ran.said.join('\n')).toMatch(words);
      expect(await server.started()).toBeNull();
    });

    it('and goes on where an earlier installation died', async () => {
      await using server = await prepareServer(plain, { installation: 'died' });
      expect(await run(server)).toMatchObject({ exitCode: 0, error: null });
      expect(await server.started()).not.toBeNull();
    });

    it('and goes on with a package that names no product, which only the installer can judge', async () => {
      await using server = await prepareServer(plain, {}, 'A package, whose product is ');
      expect(await run(server)).toMatchObject({ exitCode: 0, error: null });
    });

    it('and closes the package again, or the installer could not have it', async () => {
      await using server = await prepareServer(plain);
      await run(server);
      const journal = await server.windows.journal();
      const released = journal.filter((note) => 'released' in note).map((note) => note['released']);
      expect(released).toEqual(['View', 'Database']);
      expect(journal.findIndex((note) => 'released' in note)).toBeLessThan(journal.findIndex((note) => 'started' in note));
    });
  });

  describe('asked to install what is installed', () => {
    const installed = { code: productCode, state: 5, features: { CommonServices: 3 } };

    it('says that it is, and does nothing', async () => {
      await using server = await prepareServer(withSecret, { product: installed });
      const ran = await run(server);
      expect(ran).toMatchObject({ exitCode: 0, error: null });
      expect(ran.said).toEqual(['It is installed already, with all of these features. Nothing was done.']);
      expect(await server.started()).toBeNull();
    });

    it('names the features that are missing', async () => {
      await using server = await prepareServer(plain, { product: { ...installed, features: { CommonServices: 2 } } });
      const ran = await run(server);
      expect(ran.exitCode).toBe(1638);
      expect(ran.said.join()).toContain('without CommonServices');
    });

    it('runs the installer all the same with -Force', async () => {
      await using server = await prepareServer(plain, { product: installed });
      expect(await run(server, { arguments: { Force: true } })).toMatchObject({ exitCode: 0, error: null });
      expect(await server.started()).not.toBeNull();
    });

    it('takes a product that is only advertised, or gone, for not installed', async () => {
      await using server = await prepareServer(plain, { product: { ...installed, state: 1 } });
      await run(server);
      expect(await server.started()).not.toBeNull();
    });
  });

  it('makes the folder of the log, and keeps the log of an earlier run beside it', async () => {
    await using server = await prepareServer(plain);
    await run(server);
    expect(await readdir(dirname(server.log))).toEqual([]);
    await writeFile(server.log, 'earlier');
    await run({ ...server, windows: server.windows });
    const [kept] = await readdir(dirname(server.log));
    expect(kept).toMatch(/^log\.txt\.\d{8}-\d{6}$/);
    expect(await readFile(join(dirname(server.log), kept!), 'utf8')).toBe('earlier');
  });

  it('finds a package that is named without a folder where it is run from, else beside itself', async () => {
    await using server = await prepareServer(plain);
    await run(server, { arguments: { Package: 'Service and Portal.msi' } });
    expect((await server.started())!.words[1]).toBe(server.package);

    await using second = await prepareServer(plain);
    const here = join(second.folder, "here [too] it's");
    await mkdir(here);
    await writeFile(join(here, 'Other.msi'), `A package, whose product is ${productCode}`);
    await rm(second.package);
    await run(second, { arguments: { Package: 'Other.msi' }, folder: here });
    expect((await second.started())!.words[1]).toBe(join(here, 'Other.msi'));
  });
});

function incomplete(): Plan {
  return { ...plain, complete: false, missing: [{ page: 'firewall', field: 'openServicePorts' }] };
}
