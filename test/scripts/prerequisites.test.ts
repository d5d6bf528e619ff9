import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allowTls11,
  forbidSelfServiceUpgrade,
  installFeatures,
  startSharePointServices,
  unblockAshx,
} from '../../machines/scripts/prerequisiteScripts.ts';
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
      [framework]: { SchUseStrongCrypto: 1 },
    };
    const after = await keptAfter<Record<string, object>>(allowTls11, { registry }, 'registry');
    expect(after).toMatchObject({
      [`${protocols}\\TLS 1.1\\Client`]: { Enabled: 1, DisabledByDefault: 0 },
      [`${protocols}\\TLS 1.1\\Server`]: { Enabled: 1, DisabledByDefault: 0 },
      [framework]: { SchUseStrongCrypto: 1, SystemDefaultTlsVersions: 1 },
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Microsoft\\.NETFramework\\v2.0.50727': { SystemDefaultTlsVersions: 1 },
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

  it('forbid that the owners of the site upgrade it', async () => {
    const [other, changed] = (await keptAfter<(typeof site)[]>(forbidSelfServiceUpgrade(site.url), farm, 'siteCollections'))!;
    expect(other).toMatchObject({ selfServiceUpgrade: true });
    expect(changed).toMatchObject({ selfServiceUpgrade: false });
  });
});
