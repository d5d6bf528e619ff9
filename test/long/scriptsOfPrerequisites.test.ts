import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantServiceLogon } from '../../machines/scripts/grantServiceLogonScript.ts';
import {
  allowTls11,
  forbidSelfServiceUpgrade,
  installFeatures,
  makeSite,
  startSharePointServices,
  unblockAshx,
} from '../../machines/scripts/prerequisiteScripts.ts';
import { runInstallerHere } from '../../machines/scripts/runInstallerHereScript.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, startPowerShell } from '../peers/powershell/session.ts';
import { describeWindows, type WindowsWorld } from '../peers/powershell/windows.ts';

const site = {
  url: 'http://münchen.contoso.com',
  compatibilityLevel: 15,
  selfServiceUpgrade: true,
  blockedExtensions: ['asmx', 'ashx'],
};
const farm: WindowsWorld = {
  modules: ['SharePointServer'],
  sharePoint: { administrator: true, solutions: [] },
  siteCollections: [{ ...site, url: 'http://other' }, site],
};
const withSnapIn: WindowsWorld = {
  ...farm,
  snapIns: ['Microsoft.SharePoint.PowerShell'],
  modules: ['Microsoft.SharePoint.PowerShell'],
};

describe.skipIf(withoutPwsh)(`Scripts that make the server ready, run by PowerShell (${pwshMissing ?? 'installed'})`, () => {
  let session: PowerShellSession;
  beforeAll(async () => {
    session = await startPowerShell();
  });
  afterAll(() => session?.[Symbol.asyncDispose]());

  /** Run twice: the second time there is nothing left to do, and what is kept stays. */
  const keptAfter = async <T>(text: string, world: WindowsWorld, name: string): Promise<T | null> => {
    await using windows = await describeWindows(world);
    const script = join(windows.folder, 'mend.ps1');
    await writeFile(script, text);
    expect((await session.run({ script, windows })).error).toBeNull();
    const kept = await windows.kept<T>(name);
    expect((await session.run({ script, windows })).error).toBeNull();
    expect(await windows.kept(name)).toEqual(kept);
    return kept;
  };

  it('allow TLS 1.1, and leave what else is set', async () => {
    const protocols = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';
    const framework = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319';
    const registry = {
      [`${protocols}\\TLS 1.1\\Client`]: { Enabled: 0, DisabledByDefault: 1 },
      [framework]: { SchUseStrongCrypto: 0 },
    };
    const after = await keptAfter<Record<string, object>>(allowTls11, { registry }, 'registry');
    expect(after).toMatchObject({
      [`${protocols}\\TLS 1.1\\Client`]: { Enabled: 1, DisabledByDefault: 0 },
      [`${protocols}\\TLS 1.1\\Server`]: { Enabled: 1, DisabledByDefault: 0 },
      [framework]: { SchUseStrongCrypto: 1, SystemDefaultTlsVersions: 1 },
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Microsoft\\.NETFramework\\v2.0.50727': {
        SystemDefaultTlsVersions: 1,
        SchUseStrongCrypto: 1,
      },
    });
  });

  it('add the features that are missing', async () => {
    const features = { 'Web-WebServer': true, 'Web-Windows-Auth': false, 'Web-Asp-Net45': false, DHCP: false };
    const script = installFeatures(['Web-Windows-Auth', 'Web-Asp-Net45']);
    expect(await keptAfter(script, { features }, 'features')).toEqual({
      'Web-WebServer': true,
      'Web-Windows-Auth': true,
      'Web-Asp-Net45': true,
      DHCP: false,
    });
  });

  it('start SharePoint’s services', async () => {
    const services = { SPAdminV4: 'Stopped', SPTimerV4: 'Running', FIMService: 'Stopped' };
    expect(await keptAfter(startSharePointServices, { services }, 'services')).toEqual({
      SPAdminV4: 'Running',
      SPTimerV4: 'Running',
      FIMService: 'Stopped',
    });
  });

  it.each([
    ['Windows PowerShell 5.1', withSnapIn],
    ['PowerShell 7', farm],
  ])('unblock ASHX for the web application of the site alone, under %s', async (_, world) => {
    const [other, changed] = (await keptAfter<(typeof site)[]>(unblockAshx(site.url), world, 'siteCollections'))!;
    expect(other).toMatchObject({ blockedExtensions: ['asmx', 'ashx'] });
    expect(changed).toMatchObject({ blockedExtensions: ['asmx'] });
  });

  it('make the site collection where there is none, owned by who runs it, and leave the others', async () => {
    const made = (await keptAfter<object[]>(makeSite('http://mim.contoso.com', 15), farm, 'siteCollections'))!;
    expect(made).toHaveLength(3);
    expect(made.at(-1)).toMatchObject({ url: 'http://mim.contoso.com', compatibilityLevel: 15, template: 'STS#1' });
  });

  it('make one of another compatibility level anew, once SharePoint has asked', async () => {
    const old = { ...farm, siteCollections: [{ ...site, compatibilityLevel: 14 }] };
    expect(await keptAfter<object[]>(makeSite(site.url, 15), old, 'siteCollections')).toMatchObject([
      { url: site.url, compatibilityLevel: 15 },
    ]);
  });

  it('grant the right to log on as a service beside those that have it, once', async () => {
    const exported = '[Unicode]\r\nUnicode=yes\r\n[Privilege Rights]\r\nSeServiceLogonRight = *S-1-5-20,svcOther\r\n';
    const world: WindowsWorld = { accounts: { 'contoso\\svcMIM': 'S-1-5-21-7' }, secedit: { exitCode: 0, exported } };
    await using windows = await describeWindows(world);
    const script = join(windows.folder, 'mend.ps1');
    await writeFile(script, grantServiceLogon('contoso\\svcMIM'));
    for (const _ of [1, 2]) {
      const { error, output } = await session.run({ script, windows });
      expect([error, output]).toEqual([null, ['contoso\\svcMIM may log on as a service at this server.']]);
      const rights = await readFile(join(windows.folder, 'programs', 'secedit.exe.inf'), 'utf16le');
      expect(rights.match(/^SeServiceLogonRight = .*$/gm)).toEqual(['SeServiceLogonRight = *S-1-5-20,svcOther,*S-1-5-21-7']);
    }
  });

  it.each([
    ['visualC', 'vcredist_x64.exe', '/install /quiet /norestart', 0, null],
    ['dotNetFramework', 'ndp48-x86-x64-allos-enu.exe', '/q /norestart', 0, null],
    ['visualC', 'vcredist_x64.exe', '/install /quiet /norestart', 5, /ended with 5/],
  ] as const)('run the installer of %s that lies in the folder', async (which, file, options, code, trouble) => {
    await using windows = await describeWindows({});
    const installer = join(windows.folder, file);
    await writeFile(installer, `#!/bin/sh\necho "$@" > '${installer}.asked'\nexit ${code}\n`);
    await chmod(installer, 0o755);
    const script = join(windows.folder, 'mend.ps1');
    await writeFile(script, `Set-Location -LiteralPath '${windows.folder}'\n${runInstallerHere(which)}`);
    const { error } = await session.run({ script, windows });
    if (trouble) expect(error).toMatch(trouble);
    else expect(error).toBeNull();
    expect(await readFile(`${installer}.asked`, 'utf8')).toBe(`${options}\n`);
  });

  it('say where the installer is to be had that does not lie there', async () => {
    await using windows = await describeWindows({});
    const script = join(windows.folder, 'mend.ps1');
    await writeFile(script, `Set-Location -LiteralPath '${windows.folder}'\n${runInstallerHere('visualC')}`);
    expect((await session.run({ script, windows })).error).toMatch(/no vcredist_x64.*details\.aspx\?id=40784/);
  });

  it('forbid that the owners of the site upgrade it', async () => {
    const [other, changed] = (await keptAfter<(typeof site)[]>(forbidSelfServiceUpgrade(site.url), farm, 'siteCollections'))!;
    expect(other).toMatchObject({ selfServiceUpgrade: true });
    expect(changed).toMatchObject({ selfServiceUpgrade: false });
  });
});
