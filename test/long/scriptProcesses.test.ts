import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { hostReadiness } from '../../services/host/hostReadiness.ts';
import { pwsh, pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { standIns } from '../peers/powershell/standIns.ts';
import { describeWindows, type Windows } from '../peers/powershell/windows.ts';
import { makeCall } from '../peers/web/call.ts';
import { planWith } from '../plan/values.ts';
import { pathOf } from '../scripts/ask.ts';
import { prepareServer, type Server } from '../scripts/installing.ts';

// The computer may be busy.
vi.setConfig({ testTimeout: 180_000 });

describe.skipIf(withoutPwsh)(`A PowerShell of its own (${pwshMissing ?? 'installed'})`, () => {
  /** The variables by which a process finds the script, PowerShell, and the Windows under them. */
  const environmentOf = async (windows: Windows, script: string) => ({
    ...windows.environment,
    MIM_SETUP_TEST_STAND_INS: await standIns(),
    PWSH: pwsh!,
    UNDER: pathOf('test/peers/powershell/underWindows.ps1'),
    SCRIPT: script,
  });

  it('does not end well where nobody can be asked: with 87, and the variable to set', async () => {
    await using server = await prepareServer(planWith({}, ['SERVICE_ACCOUNT_PASSWORD']));
    const { code, printed } = await runApart(server);
    expect(code).toBe(87);
    expect(printed).toContain('Nobody can be asked here: set the environment variable SERVICE_ACCOUNT_PASSWORD.');
    expect(await server.started()).toBeNull();
  });

  it('runs the plan’s script although a profile prints and sets what it likes', async () => {
    await using server = await prepareServer(planWith({ ACCEPT_EULA: '1' }, []), { installer: { exitCode: 0 } });
    const profile = join(server.windows.folder, 'profile.ps1');
    await writeFile(
      profile,
      "Write-Output 'Welcome, Ümit!'; Write-Host 'Have a nice day'; $ErrorActionPreference = 'SilentlyContinue'; $arguments = @('x'); $Package = 'y'; Set-Location /",
    );
    const { code, printed } = await runApart(server, `. ${JSON.stringify(profile)};`);
    expect(printed).toContain('Welcome, Ümit!');
    expect(printed).toContain('Exit code 0.');
    expect(code).toBe(0);
    expect((await server.started())!.properties).toMatchObject({ ACCEPT_EULA: '1' });
  });

  describe('asked by the checks of this host', () => {
    const answers = { components: { features: ['portal'] as ['portal'] } };
    const world = {
      user: { name: 'CONTOSO\\install', elevated: true, claims: ['S-1-5-32-544'] },
      system: { Caption: 'Microsoft Windows Server 2019', BuildNumber: '17763', ProductType: 3 },
      drives: { C: 50 * 2 ** 30 },
      registry: {
        'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager': {},
        'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName': { ComputerName: 'A' },
        'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName': { ComputerName: 'A' },
        'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full': { Release: 528049 },
        'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v3.5': { Install: 1 },
        'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\VisualStudio\\12.0\\VC\\Runtimes\\x64': { Installed: 1 },
      },
      features: { 'Web-WebServer': true, 'Web-Asp-Net45': true, 'Web-Windows-Auth': true },
      services: { SPAdminV4: 'Running', SPTimerV4: 'Running' },
      modules: ['SharePointServer'] as const,
      sharePoint: { administrator: true, solutions: [] },
    };
    const checkUnder = async (windows: Windows, timeout: number) => {
      const powershell = join(windows.folder, 'powershell');
      const variables = Object.entries(await environmentOf(windows, '')).map(([name, value]) => `export ${name}='${value}'`);
      // The options, then -File, then what it stands for here.
      const lines = [
        ...variables,
        'while [ "$1" != -File ]; do shift; done; shift',
        'exec "$PWSH" -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "$UNDER" "$@"',
      ];
      await writeFile(powershell, `#!/bin/sh\n${lines.join('\n')}\n`, { mode: 0o755 });
      const comesBack = async () => ({ comesBack: true, reasons: [], remarks: [] });
      return hostReadiness({ timeout, powershell, comesBack }).ready({ installation: 'one', answers }, makeCall());
    };

    it('it passes them all on a server that is as it should be', async () => {
      await using windows = await describeWindows(world);
      const checks = await checkUnder(windows, 100_000);
      expect(checks.map(({ id, status, detail }) => ({ id, status, detail }))).toEqual(
        checks.map(({ id }) => ({ id, status: 'passed', detail: undefined })),
      );
      expect(checks).toHaveLength(12);
    });

    it('they end in time where one of SharePoint’s cmdlets hangs', async () => {
      await using windows = await describeWindows({ ...world, hanging: ['Get-SPFarm'] });
      const checks = await checkUnder(windows, 5_000);
      // Whether it comes back after a restart is asked apart from the script.
      const byScript = checks.filter(({ id }) => id !== 'host-autostart');
      expect(byScript).toHaveLength(11);
      for (const { status, code } of byScript) expect({ status, code }).toEqual({ status: 'failed', code: 'timed-out' });
    });
  });

  async function runApart(server: Server, before = '') {
    const environment = { ...process.env, ...(await environmentOf(server.windows, server.script)), TERM: 'dumb' };
    const args = before
      ? ['-NoLogo', '-NoProfile', '-Command', `${before} & $env:UNDER $env:SCRIPT; exit $LASTEXITCODE`]
      : ['-NoLogo', '-NoProfile', '-File', environment.UNDER, environment.SCRIPT];
    const child = spawn(pwsh!, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    const [code] = await once(child, 'close');
    return { code: code as number, printed };
  }
});
