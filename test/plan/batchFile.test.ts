import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../machines/plan/plan.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { batchFile } from '../../server/plan/batchFile.ts';
import { guidesPlaces } from '../../server/plan/command.ts';
import { runs } from '../properties/settings.ts';
import { type CmdWorld, runBatchFile } from './cmd.ts';
import { readMsiexecLine } from './msiexecLine.ts';
import { answersOf, planned } from './planned.ts';
import { awkward, planWith, text, windowsPath } from './values.ts';

const world = { environment: { SystemRoot: 'C:\\Windows' }, files: [guidesPlaces.package] };
const optionF = planned(answersOf('F', ['service', 'portal', 'registrationPortal', 'resetPortal']));
const secrets = {
  SERVICE_ACCOUNT_EMAIL_PASSWORD: 'Mail@word1',
  REGISTRATION_PORTAL_PASSWORD: 'Pool@word1',
};

describe('the batch file', () => {
  it('is read back by cmd and by Windows Installer as what went in, whatever the values and the secrets are', () => {
    fc.assert(
      fc.property(text, text, text.filter(Boolean), windowsPath, windowsPath, (first, second, secret, msi, log) => {
        const plan = planWith({ SQLSERVER_DATABASE: first, MAIL_SERVER: second }, ['SERVICE_ACCOUNT_PASSWORD']);
        const places = { package: msi, log };
        const environment = { ...world.environment, SERVICE_ACCOUNT_PASSWORD: secret };
        const { started, exitCode } = runBatchFile(batchFile(plan, places), { environment, files: [msi] });
        expect(exitCode).toBe(0);
        expect(readMsiexecLine(started.at(-1)!)).toEqual({
          program: 'C:\\Windows\\System32\\msiexec.exe',
          words: ['/i', msi, '/qn', '/lvxi*', log],
          properties: {
            ADDLOCAL: 'CommonServices',
            REBOOT: 'ReallySuppress',
            SQLSERVER_DATABASE: first,
            MAIL_SERVER: second,
            SERVICE_ACCOUNT_PASSWORD: secret,
          },
        });
      }),
      { numRuns: runs(500) },
    );
  });

  it.each(awkward)('carries %j, as a value and as a secret', (value) => {
    const plan = planWith({ SQLSERVER_DATABASE: value }, value ? ['SERVICE_ACCOUNT_PASSWORD'] : []);
    const environment = { ...world.environment, ...(value && { SERVICE_ACCOUNT_PASSWORD: value }) };
    const { started } = runBatchFile(batchFile(plan, guidesPlaces), { ...world, environment });
    const { properties } = readMsiexecLine(started.at(-1)!);
    expect(properties['SQLSERVER_DATABASE']).toBe(value);
    if (value) expect(properties['SERVICE_ACCOUNT_PASSWORD']).toBe(value);
  });

  it('takes its secrets from the environment and asks nothing then', () => {
    const { asked, started } = run(optionF, { environment: { ...world.environment, ...secrets } });
    expect(asked).toBe(0);
    expect(readMsiexecLine(started.at(-1)!).properties).toMatchObject({
      SERVICE_ACCOUNT_EMAIL_PASSWORD: 'Mail@word1',
      REGISTRATION_ACCOUNT_PASSWORD: 'Pool@word1',
    });
  });

  it('asks for the secrets that the environment does not hold', () => {
    const environment = { ...world.environment, REGISTRATION_PORTAL_PASSWORD: 'Pool@word1' };
    const { asked, started, echoed } = run(optionF, { environment, typed: [' ty"p%d! & ^'] });
    expect(asked).toBe(1);
    expect(echoed.join('\n')).toContain('Service Email Account Password, not shown while you type');
    expect(readMsiexecLine(started.at(-1)!).properties['SERVICE_ACCOUNT_EMAIL_PASSWORD']).toBe(' ty"p%d! & ^');
  });

  it.each<[string, number, Partial<CmdWorld>]>([
    ['a secret is not given', 87, {}],
    [
      'a secret is longer than it can carry',
      87,
      { environment: { ...world.environment, ...secrets, REGISTRATION_PORTAL_PASSWORD: 'x'.repeat(257) } },
    ],
    ['the package is not there', 1619, { files: [], environment: { ...world.environment, ...secrets } }],
    ['it does not run elevated', 740, { exits: { 'reg.exe': 1 }, environment: { ...world.environment, ...secrets } }],
  ])('does not run the installer where %s', (_, code, changed) => {
    const { started, exitCode } = run(optionF, changed);
    expect(started.filter((line) => line.includes('msiexec'))).toEqual([]);
    expect(exitCode).toBe(code);
  });

  it('does not ask for anything where it would not run', () => {
    expect(run(optionF, { files: [], typed: ['a', 'b'] }).asked).toBe(0);
  });

  it('refuses to run where the plan is not complete', () => {
    const { started, exitCode, echoed } = run({
      ...optionF,
      complete: false,
      missing: [{ page: 'firewall', field: 'openServicePorts' }],
    });
    expect(started.filter((line) => line.includes('msiexec'))).toEqual([]);
    expect(exitCode).toBe(87);
    expect(echoed.join('\n')).toContain('firewall.openServicePorts');
  });

  it.each([
    [0, 'It is installed.'],
    [3010, 'Restart the server'],
    [1641, 'restarting'],
    [1602, 'cancelled'],
    [1603, 'Return value 3'],
    [1618, 'Another installation is running'],
    [1619, 'package'],
    [1620, 'not a Windows Installer package'],
  ])('explains the exit code %i and passes it on', (code, words) => {
    const { exitCode, echoed } = run(optionF, { exits: { msiexec: code }, environment: { ...world.environment, ...secrets } });
    expect(exitCode).toBe(code);
    expect(echoed).toContain(`Exit code ${code}`);
    expect(echoed.join('\n')).toContain(words);
  });

  it('is never asked to carry more than cmd does: the PowerShell script is pointed to', () => {
    const attempt = () => batchFile(planWith({ SQLSERVER_DATABASE: 'x'.repeat(8000) }, []), guidesPlaces);
    expect(attempt).toThrow(Problem);
    expect(attempt).toThrow(/8191.*ps1/);
  });

  it('keeps within what cmd takes, whatever the secret is, or is refused', () => {
    const environment = { ...world.environment, SERVICE_ACCOUNT_PASSWORD: '"'.repeat(256) };
    const ran: boolean[] = [];
    fc.assert(
      fc.property(fc.constantFrom('x', '%', '"'), fc.integer({ min: 3500, max: 8000 }), (sign, length) => {
        let file: string | undefined;
        try {
          file = batchFile(planWith({ SQLSERVER_DATABASE: sign.repeat(length) }, ['SERVICE_ACCOUNT_PASSWORD']), guidesPlaces);
        } catch (error) {
          expect(error).toMatchObject({ code: 'command-too-long' });
        }
        ran.push(file !== undefined);
        if (file) expect(runBatchFile(file, { ...world, environment }).exitCode).toBe(0);
      }),
    );
    expect(new Set(ran).size).toBe(2);
  });

  it('fits every option with every component, and secrets as long as it takes them', () => {
    const plan = planned(answersOf('B', ['service', 'reporting', 'portal', 'registrationPortal', 'resetPortal']));
    expect(() => batchFile(plan, guidesPlaces)).not.toThrow();
  });

  it('switches to UTF-8 before anything that is not ASCII, and back', () => {
    const lines = batchFile(planWith({ SQLSERVER_DATABASE: 'Zürich' }, []), guidesPlaces).split('\r\n');
    const at = lines.findIndex((line) => /[^\x20-\x7e]/.test(line));
    expect(at).toBeGreaterThan(lines.indexOf('chcp 65001 >nul'));
    expect(lines).toContain('if defined MIM_CODE_PAGE chcp !MIM_CODE_PAGE! >nul');
  });

  it('has no mark before its first line, which cmd would take for a part of the command', () => {
    expect(batchFile(optionF, guidesPlaces)).toMatch(/^@echo off\r\n/);
  });
});

function run(plan: Plan, changed: Partial<CmdWorld> = {}) {
  return runBatchFile(batchFile(plan, guidesPlaces), { ...world, ...changed });
}
