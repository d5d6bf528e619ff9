import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../machines/plan/plan.ts';
import { guidesPlaces, type Places } from '../../server/plan/command.ts';
import { powershellScript } from '../../server/plan/powershellScript.ts';
import { faultsOf } from '../host/grammar.ts';
import { runs } from '../properties/settings.ts';
import { type Feature, type Option, options } from './expected/derivation.ts';
import { readMsiexecLine } from './msiexecLine.ts';
import { answersOf, planned, valuesOf } from './planned.ts';
import { evaluate } from './powershell.ts';
import { awkward, planWith, text, windowsPath } from './values.ts';

const everything: Feature[] = ['service', 'reporting', 'portal', 'registrationPortal', 'resetPortal'];
const assigned = ['incomplete', 'features', 'arguments', 'secrets', 'afterwards', 'meanings', 'line'];

describe('the PowerShell script', () => {
  it('is read back by PowerShell and by Windows Installer as what went in, whatever the values and the secrets are', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text.filter(Boolean), windowsPath, windowsPath, async (first, second, secret, msi, log) => {
        const plan = planWith({ SQLSERVER_DATABASE: first, MAIL_SERVER: second }, ['SERVICE_ACCOUNT_PASSWORD']);
        expect(await startedBy(plan, { package: msi, log }, () => secret)).toEqual({
          program: 'msiexec.exe',
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
      { numRuns: runs(100) },
    );
  });

  it.each(awkward)('carries %j, as a value and as a secret', async (value) => {
    const plan = planWith({ SQLSERVER_DATABASE: value }, ['SERVICE_ACCOUNT_PASSWORD']);
    const { properties } = await startedBy(plan, guidesPlaces, () => value);
    expect(properties).toMatchObject({ SQLSERVER_DATABASE: value, SERVICE_ACCOUNT_PASSWORD: value });
  });

  describe.each(Object.keys(options) as Option[])('of option %s', (option) => {
    const plan = planned(answersOf(option, everything));
    const script = powershellScript(plan, guidesPlaces);

    it('is PowerShell', async () => {
      expect(await faultsOf(script)).toEqual([]);
    });

    it('passes on every property that has a name, and no other', async () => {
      const named = plan.properties
        .filter(({ name }) => /^[A-Z_]+$/.test(name))
        .map(({ name, value }) => [name, value ?? 'typed']);
      const { properties } = await startedBy(plan, guidesPlaces, () => 'typed');
      expect(properties).toEqual({ REBOOT: 'ReallySuppress', ...Object.fromEntries(named) });
    });

    it('asks for each secret by its variable and its page, and holds none', async () => {
      const asked: string[] = [];
      await startedBy(plan, guidesPlaces, ({ Variable }) => {
        asked.push(Variable!);
        return 'typed';
      });
      const secret = plan.properties.filter((property) => property.secret && property.passed);
      expect(asked).toHaveLength(secret.length);
      expect(script).not.toMatch(/@word1|@secret1/);
      expect(Object.values(valuesOf(plan))).not.toContain('Pass@word1');
    });
  });

  it('is ASCII alone, for a mark does not outlive every copy, and without one Windows PowerShell takes a script for ANSI', () => {
    const plan = planWith({ SQLSERVER_DATABASE: 'Zürich-日本-😀' }, []);
    expect(powershellScript(plan, { package: 'C:\\Übung\\a.msi', log: 'C:\\日本\\log.txt' })).toMatch(/^[\r\n\x20-\x7e]*$/);
  });

  it('names what is not surely known', () => {
    const plan = planned(answersOf('C', everything));
    const comments = powershellScript(plan, guidesPlaces)
      .split('\r\n')
      .filter((line) => line.startsWith('# - '));
    expect(comments).toHaveLength(plan.uncertain.length);
    for (const name of plan.uncertain) expect(comments.join('\n')).toContain(name);
    expect(comments.join('\n')).toContain('mailboxApplication.clientSecret (left out)');
    expect(comments.join('\n')).toContain('IS_RESET_EXTRANET (disputed)');
  });

  it('explains the exit codes of Windows Installer', async () => {
    const { meanings } = Object.fromEntries(await evaluate(powershellScript(planWith({}, []), guidesPlaces), assigned, {}));
    for (const code of [0, 3010, 1641, 1602, 1603, 1618, 1619, 1620]) expect(meanings).toHaveProperty(String(code));
  });

  it('makes the folder of the log, waits for the installer, and passes its exit code on', () => {
    const script = powershellScript(planWith({}, []), guidesPlaces);
    expect(script).toContain('New-Item -ItemType Directory');
    expect(script).toContain('$start.Arguments = $line');
    expect(script).toContain('WaitForExit');
    expect(script).toMatch(/exit \$code\r\n$/);
  });

  it('looks at everything, an installed product and a running installer too, before it asks for a secret', () => {
    const script = powershellScript(planWith({}, ['SERVICE_ACCOUNT_PASSWORD']), guidesPlaces);
    const asks = script.indexOf('(Read-Secret $secret)');
    for (const look of ['if ($incomplete)', 'IsInRole', 'There is no package', "'ProductState'", '(Test-InstallerBusy)']) {
      expect(script.indexOf(look), look).toBeGreaterThan(0);
      expect(script.indexOf(look), look).toBeLessThan(asks);
    }
    expect(script).toContain('Read-Host -AsSecureString');
    expect(script).toContain("Set-StrictMode -Version 2.0\r\n$ErrorActionPreference = 'Stop'");
  });

  it('says what is missing, and runs nothing, where the plan is not complete', async () => {
    const plan: Plan = { ...planWith({}, []), complete: false, missing: [{ page: 'firewall', field: 'openServicePorts' }] };
    const script = powershellScript(plan, guidesPlaces);
    expect(String((await evaluate(script, assigned, {})).get('incomplete'))).toContain('firewall.openServicePorts');
    expect(script).toContain('if ($incomplete) { Stop-Here 87 $incomplete }');
  });
});

async function startedBy(plan: Plan, places: Places, typed: (secret: Record<string, string>) => string) {
  const script = powershellScript(plan, places);
  const scope = await evaluate(script, assigned, { 'Read-Secret': (secret) => typed(secret as Record<string, string>) });
  return readMsiexecLine(`msiexec.exe ${String(scope.get('line'))}`);
}
