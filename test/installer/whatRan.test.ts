import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import { outcomeOfReport } from '../../services/installer/outcomeOfReport.ts';
import { heldInGerman } from '../language/heldInGerman.ts';
import { languages, logIn } from './languages.ts';

const english = {
  ...languages['French']!,
  starts: (time: string, action: string) => `Action start ${time}: ${action}.`,
  tells: (time: string, action: string, what: string) => `Action ${time}: ${action}. ${what}`,
  ends: (time: string, action: string, value: string) => `Action ended ${time}: ${action}. Return value ${value}.`,
  opening: ['Logging started', 'Logging stopped'] as const,
  product: (name: string, what: string) => `Product: ${name} -- ${what}`,
};
const success = fixture('success.txt');
const failure = fixture('rolled-back.txt');
const removal = success
  .replace('ACCEPT_EULA=1', 'REMOVE=ALL')
  .replaceAll('Note: 1: 1707', 'Note: 1: 1724')
  .replaceAll('Installation completed', 'Removal completed')
  .replaceAll('Windows Installer installed the product', 'Windows Installer removed the product')
  .replaceAll('Installation success', 'Removal success');

describe('A reported log', () => {
  it.each([
    ['a removal of this product', removal, /log of a removal/],
    [
      'a removal, of which only the last message tells',
      success
        .replace('Note: 1: 1707', 'Note: 1: 1724')
        .replaceAll('Installation completed', 'X')
        .replaceAll('Windows Installer installed', 'X'),
      /a removal/,
    ],
    [
      'a repair',
      success
        .replace('ACCEPT_EULA=1', 'REINSTALL=ALL REINSTALLMODE=omus')
        .replaceAll('1: 1707', '1: 1728')
        .replaceAll('Installation completed', 'Configuration completed')
        .replaceAll('Windows Installer installed', 'Windows Installer reconfigured'),
      /log of a repair/,
    ],
    ['another product', others(success), /an installation of Microsoft Identity Manager Synchronization Service/],
    ['a removal of another product', others(removal), /a removal of Microsoft Identity Manager Synchronization Service/],
    ['a plain removal', plainRemoval(), /log of a removal/],
  ])('of %s is refused, whatever its exit code', async (_, log, words) => {
    for (const exitCode of [0, 3010, 1603]) await expect(read(exitCode, log)).rejects.toThrow(words);
    await expect(read(0, log, { installed: true })).rejects.toThrow(words);
  });

  it.each([
    ['tells of nothing', 'Hello\n', /does not tell which product/],
    [
      'names no product',
      'Action start 10:00:00: INSTALL.\nAction ended 10:00:00: INSTALL. Return value 1.\n',
      /does not tell which/,
    ],
    [
      'is of a change of what was installed already',
      success
        .replaceAll('1: 1707', '1: 1728')
        .replaceAll('Installation completed', 'Configuration completed')
        .replaceAll('Windows Installer installed', 'Windows Installer reconfigured'),
      /tells of a change/,
    ],
  ])('that %s is no success until somebody says that the product is installed', async (_, log, words) => {
    await expect(read(0, log)).rejects.toThrow(words);
    await expect(read(0, log)).rejects.toThrow(/installed=true/);
    expect((await read(0, log, { installed: true })).result).toBe('succeeded');
  });

  it('of an installation that removes an older version within itself is one of an installation', async () => {
    const nested = [
      'MSI (s) (64:F0) [10:00:00:000]: Doing action: RemoveExistingProducts',
      'MSI (s) (64:F0) [10:00:00:000]: Command Line: UPGRADINGPRODUCTCODE={0782FB14-023A-430F-B0D5-4AE1D1CCFCAA} REMOVE=ALL',
      'MSI (s) (64:F0) [10:00:00:000]: Doing action: INSTALL',
      'Action start 10:00:00: INSTALL.',
      'Action ended 10:00:00: INSTALL. Return value 1.',
      'Property(S): REMOVE = ALL',
      'MSI (s) (64:F0) [10:00:00:000]: Note: 1: 1724 ',
      'Action ended 10:00:00: RemoveExistingProducts. Return value 1.',
    ].join('\n');
    const log = success.replace(/^.*Doing action: InstallFinalize$/m, (line) => `${nested}\n${line}`);
    expect(await read(0, log)).toMatchObject({ result: 'succeeded', message: 'The product is installed.' });
  });

  it('without a log is believed, as it always was', async () => {
    expect((await outcomeOfReport({ exitCode: 0 })).result).toBe('succeeded');
  });
});

describe('A log to which another run was appended', () => {
  it('is told of its last run, and the earlier one as earlier', async () => {
    expect(await read(0, failure + success)).toMatchObject({
      result: 'succeeded',
      message: expect.stringMatching(
        /is installed\. The log also holds an earlier run, which failed with 1603 at the action DeploySolutions;/,
      ),
    });
    const outcome = await read(1603, success + failure);
    expect(outcome).toMatchObject({ result: 'failed', failure: { action: 'DeploySolutions' } });
    expect(outcome.message).toMatch(/an earlier run, which ended without a failure/);
    await expect(read(0, success + failure)).rejects.toThrow(/log that it failed/);
  });

  it('is one of a single run where the installer opened it twice before it did anything', async () => {
    const opening = [
      '=== Logging started: 11/27/2026  7:21:23 ===',
      'Action 7:21:23: INSTALL. ',
      'Action start 7:21:23: INSTALL.',
    ];
    const ending = ['Action ended 7:21:23: INSTALL. Return value 1.', 'Action ended 7:21:23: INSTALL. Return value 1.'];
    const log = [
      ...opening,
      ...opening,
      'Action start 7:21:23: InstallFiles.',
      'Action ended 7:21:23: InstallFiles. Return value 1.',
      ...ending,
      '',
    ];
    const { message } = await read(0, log.join('\r\n'), { installed: true });
    expect(message).toBe('The product is installed.');
  });

  it('keeps nothing of the earlier runs for the last one: no cause, no lines', async () => {
    const other = fixture('prerequisite-missing.txt');
    const { failure: told } = await read(1603, other + failure);
    expect(told?.cause?.title).toMatch(/still deploying/);
    expect(told?.lines.join('\n')).not.toContain('CheckFarmAdministrator');
  });

  it.each([true, false])('is told apart in any language, with the lines of the engine or without (%s)', async (verbose) => {
    for (const language of [english, ...Object.values(languages)]) {
      const failing = { action: 'DeploySolutions', says: 'CAQuietExec:  Something.' };
      const broken = logIn(language, { verbose }).split('\n').slice(0, 30).join('\n');
      const log = `${logIn(language, { verbose, failing })}${broken}\n${logIn(language, { verbose })}`;
      const { message } = await read(0, log);
      expect(message).toMatch(/2 earlier runs, the last of which broke off/);
    }
  });
});

function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf16le')
    .replace('\ufeff', '')
    .replaceAll('\r', '');
}

function others(log: string): string {
  return log
    .replaceAll('Service and Portal', 'Synchronization Service')
    .replaceAll(/CommonServices|WebPortals/g, 'Synchronization')
    .replaceAll('SQLSERVER_SERVER', 'STORESERVER');
}

/** What a removal changes; a plain log has none of the engine's lines. */
function plainRemoval(): string {
  return logIn(english, { verbose: false })
    .replaceAll('InstallFiles', 'RemoveFiles')
    .replaceAll('PublishFeatures', 'UnpublishFeatures');
}

async function read(exitCode: number, log: string, more: { installed?: boolean } = {}): Promise<InstallOutcome> {
  const outcome = await outcomeOfReport({ exitCode, log: whole(log), ...more });
  heldInGerman([outcome]);
  return outcome;
}

async function* whole(log: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(log);
}
