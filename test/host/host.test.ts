import { describe, expect, it } from 'vitest';
import type { OpenedAnswers } from '../../machines/pages/screens.ts';
import { type CheckResult, hostChecks } from '../../machines/ports/checks.ts';
import { hostReadiness } from '../../services/host/hostReadiness.ts';
import type { ComesBack } from '../../services/host/judgeAutostart.ts';
import { makeCall } from '../peers/web/call.ts';
import { type StandIn, standInFor } from './standIn.ts';

/**
 * Written as Windows PowerShell 5.1 writes it by `ConvertTo-Json -Compress`: the keys of a hashtable in no order, apostrophes and
 * angle brackets as \u0027, \u003c, \u003e (JavaScriptSerializer), some lists as {"value":…,"Count":…}.
 */
const healthy =
  '{"unanswered":{},"solutionsUnderWay":{"value":[],"Count":0},"sharePoint":true,"freeBytes":53687091200,"user":"CONTOSO\\\\miminstall","windows":{"build":17763,"productType":3,"caption":"Microsoft Windows Server 2019 Standard"},"pendingRestart":{"value":[],"Count":0},"localAdministrator":true,"farmAdministrator":true,"sysadmin":true,"elevated":true,"installerRunning":false,"protocols":{"Client 1.0":{"enabled":0,"disabledByDefault":1},"Client 1.1":{"enabled":null,"disabledByDefault":null}},"systemTls":{"Microsoft\\\\.NETFramework\\\\v4.0.30319":null},"strongCrypto":{"WOW6432Node\\\\Microsoft\\\\.NETFramework\\\\v4.0.30319":null,"Microsoft\\\\.NETFramework\\\\v4.0.30319":1},"sqlDrivers":{"value":["18.7.4.0"],"Count":1},"framework":{"release":528049,"has35":true},"visualC":{"value":["12.0"],"Count":1},"missingFeatures":{"value":[],"Count":0},"sharePointServices":{"SPAdminV4":"Running","SPTimerV4":"Running"},"siteCollection":{"exists":true,"compatibilityLevel":15,"selfServiceUpgrade":false,"blocksAshx":false}}';

describe('This host', () => {
  it('that is as it should be passes every check', async () => {
    const checks = await checkHost(healthy, everything, undefined, async () => back);
    expect(Object.fromEntries(checks.map(({ id, status }) => [id, status]))).toEqual({
      'host-windows': 'passed',
      'host-elevated': 'passed',
      'host-rights': 'passed',
      'host-sharepoint-solutions': 'passed',
      'host-disk-space': 'passed',
      'host-pending-reboot': 'passed',
      'host-installer-free': 'passed',
      'host-tls': 'passed',
      'host-dotnet': 'passed',
      'host-visual-c': 'passed',
      'host-web-server': 'passed',
      'host-sharepoint-services': 'passed',
      'host-sharepoint-site': 'passed',
      'host-autostart': 'passed',
    });
    for (const { page } of checks) expect(page).toBe('ready');
  });

  it('has every check that is declared but the package, whose reader makes it', async () => {
    const ids = (await checkHost(healthy)).map(({ id }) => id);
    expect(['package', ...ids].toSorted()).toEqual(Object.keys(hostChecks).toSorted());
  });

  it.each([
    [
      'host-windows',
      { windows: { build: 19045, productType: 1, caption: 'Microsoft Windows 10 Pro' } },
      'failed',
      /not Windows Server/,
    ],
    ['host-windows', { windows: { build: 7601, productType: 3, caption: 'Windows Server 2008 R2' } }, 'failed', /too old/],
    ['host-windows', { windows: { build: 20348, productType: 3, caption: 'Windows Server 2022' } }, 'passed', /2022/],
    [
      'host-windows',
      { windows: { build: 26100, productType: 3, caption: 'Windows Server 2025' } },
      'warning',
      /SP3 \(build 4\.6\.691\.0\)/,
    ],
    ['host-windows', { windows: { build: 29500, productType: 3, caption: 'Windows Server vNext' } }, 'warning', /newer/],
    ['host-windows', { windows: { build: 9600, productType: 3, caption: 'Windows Server 2012 R2' } }, 'passed', /not recommend/],
    [
      'host-windows',
      { windows: { build: 14393, productType: 2, caption: 'Windows Server 2016' } },
      'warning',
      /domain controller/,
    ],
    ['host-elevated', { elevated: false }, 'failed', /Run as administrator/],
    ['host-rights', { localAdministrator: false }, 'failed', /is not local administrator of this server\./],
    [
      'host-rights',
      { farmAdministrator: false, sysadmin: false },
      'failed',
      /not farm administrator of SharePoint or sysadmin of sql01/,
    ],
    [
      'host-rights',
      { farmAdministrator: null, unanswered: { farmAdministrator: 'Cannot access the local farm.' } },
      'warning',
      /can't be told/,
    ],
    [
      'host-sharepoint-solutions',
      { solutionsUnderWay: ['microsoftilmportalcommondlls.wsp'] },
      'failed',
      /microsoftilmportalcommondlls\.wsp/,
    ],
    ['host-sharepoint-solutions', { sharePoint: null, solutionsUnderWay: undefined }, 'warning', /can't be told/],
    ['host-disk-space', { freeBytes: 1_073_741_824 }, 'failed', /Drive D: has only 1\.0 GB free/],
    [
      'host-disk-space',
      { freeBytes: null, unanswered: { freeBytes: 'Could not find the drive' } },
      'warning',
      /Drive D:|drive D:/,
    ],
    ['host-pending-reboot', { pendingRestart: ['componentServicing', 'fileRename'] }, 'failed', /Restart it before/],
    ['host-pending-reboot', { pendingRestart: ['fileRename'] }, 'warning', /if you can/],
    ['host-installer-free', { installerRunning: true }, 'failed', /Another installation runs/],
    ['host-tls', { protocols: tls('Client', 0) }, 'failed', /no version of TLS before 1\.2.*Allow TLS 1\.1.*self-issued/],
    ['host-tls', { protocols: tls('Client', 1, 1) }, 'failed', /no version of TLS before 1\.2/],
    ['host-tls', { protocols: { ...tls('Client', 0), 'Client 1.1': { enabled: 1, disabledByDefault: 0 } } }, 'passed', /allows/],
    ['host-tls', { protocols: tls('Server', 0) }, 'warning', /self-issued/],
    ['host-tls', { protocols: null, unanswered: { protocols: 'Access is denied.' } }, 'warning', /can't be told/],
    ['host-tls', { ...server2025, protocols: {} }, 'failed', /no version of TLS before 1\.2/],
    ['host-tls', { ...server2025, protocols: { 'Client 1.1': { enabled: -1, disabledByDefault: 0 } } }, 'warning', /self-issued/],
    [
      'host-tls',
      { ...server2025, protocols: { ...tls('Client', -1, 0), ...tls('Server', -1, 0) } },
      'passed',
      /allows a version of TLS/,
    ],
    ['host-dotnet', { framework: { release: 379893, has35: true } }, 'failed', /\.NET Framework 4\.6 or later/],
    ['host-dotnet', { framework: { release: null, has35: true } }, 'failed', /\.NET Framework 4\.6 or later/],
    ['host-dotnet', { framework: { release: 528049, has35: false } }, 'failed', /\.NET Framework 3\.5 is not installed/],
    ['host-dotnet', { framework: null }, 'warning', /can't be told/],
    ['host-visual-c', { visualC: [] }, 'failed', /Install the Visual C\+\+ 2013 redistributable \(x64\)/],
    ['host-visual-c', { visualC: ['14.0'] }, 'warning', /only a later runtime \(14\.0\)/],
    ['host-visual-c', { visualC: null }, 'warning', /can't be told/],
    ['host-web-server', { missingFeatures: ['Web-Windows-Auth', 'Web-Asp-Net45'] }, 'failed', /Web-Windows-Auth, Web-Asp-Net45/],
    ['host-web-server', { missingFeatures: null }, 'warning', /Get-WindowsFeature Web-WebServer/],
    [
      'host-sharepoint-services',
      { sharePointServices: { SPAdminV4: 'Stopped', SPTimerV4: 'Running' } },
      'failed',
      /^SharePoint Administration does not run/,
    ],
    [
      'host-sharepoint-services',
      { sharePointServices: { SPAdminV4: 'Stopped', SPTimerV4: 'Paused' } },
      'failed',
      /SharePoint Administration and SharePoint Timer Service do not run/,
    ],
    [
      'host-sharepoint-services',
      { sharePointServices: { SPAdminV4: null, SPTimerV4: null } },
      'failed',
      /no service SharePoint Administration and no service SharePoint Timer Service/,
    ],
    ['host-sharepoint-services', { sharePointServices: null }, 'warning', /can't be told/],
    ['host-sharepoint-site', { siteCollection: { exists: false } }, 'failed', /no site collection at http:\/\/mim\.contoso\.com/],
    [
      'host-sharepoint-site',
      { siteCollection: { ...site, compatibilityLevel: 14 } },
      'failed',
      /level 14, and the MIM Portal needs 15/,
    ],
    ['host-sharepoint-site', { siteCollection: { ...site, blocksAshx: true } }, 'failed', /ASHX/],
    ['host-sharepoint-site', { siteCollection: { ...site, selfServiceUpgrade: true } }, 'warning', /upgraded by its owners/],
    ['host-sharepoint-site', { sharePoint: null, siteCollection: undefined }, 'warning', /Get-SPSite http/],
  ] as const)('%s with %j is %s', async (id, change, status, words) => {
    const check = of(await checkHost(JSON.stringify({ ...JSON.parse(healthy), ...change })), id);
    expect(check.status).toBe(status);
    expect(check.message).toMatch(words);
  });

  it.each([
    ['host-tls', { protocols: tls('Client', 0) }, /TLS 1\.1/],
    ['host-dotnet', { framework: { release: 528049, has35: false } }, /Install-WindowsFeature -Name 'NET-Framework-Core'/],
    ['host-dotnet', { framework: { release: 379893, has35: true } }, /ndp48-/],
    ['host-visual-c', { visualC: [] }, /vcredist_x64/],
    ['host-visual-c', { visualC: ['14.0'] }, /vcredist_x64/],
    ['host-sharepoint-site', { siteCollection: { exists: false } }, /New-SPSite/],
    ['host-sharepoint-site', { siteCollection: { ...site, compatibilityLevel: 14 } }, /Remove-SPSite -Identity \$url -Confirm/],
    ['host-web-server', { missingFeatures: ['Web-Windows-Auth'] }, /Install-WindowsFeature -Name 'Web-Windows-Auth'/],
    ['host-sharepoint-services', { sharePointServices: { SPAdminV4: 'Stopped', SPTimerV4: 'Running' } }, /Start-Service/],
    ['host-sharepoint-site', { siteCollection: { ...site, blocksAshx: true } }, /BlockedASPNetExtensions\.Remove/],
    ['host-sharepoint-site', { siteCollection: { ...site, selfServiceUpgrade: true } }, /AllowSelfServiceUpgrade = \$false/],
  ])('%s that did not pass has a script that mends it', async (id, change, text) => {
    expect(of(await checkHost(JSON.stringify({ ...JSON.parse(healthy), ...change })), id).script).toMatch(text);
  });

  it('says what else there is to mend where TLS 1.2 alone is allowed', async () => {
    const change = { protocols: tls('Client', 0), sqlDrivers: ['18.1.0.0'] };
    const { detail } = of(await checkHost(JSON.stringify({ ...JSON.parse(healthy), ...change })), 'host-tls');
    expect(detail).toMatch(/OLE DB Driver 18\.2 or later for SQL Server is not installed/);
    expect(detail).toMatch(/SystemDefaultTlsVersions is not 1 in HKLM\\SOFTWARE\\Microsoft\\\.NETFramework\\v4\.0\.30319/);
    expect(detail).toMatch(
      /SchUseStrongCrypto is not 1 in HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\\.NETFramework\\v4\.0\.30319\. The script/,
    );
    expect(detail).toMatch(/Planning MIM 2016 SP2 in TLS 1\.2/);
  });

  it('gives PowerShell’s own words for what it could not find out', async () => {
    const printed = healthy
      .replace('"farmAdministrator":true', '"farmAdministrator":null')
      .replace(
        '"unanswered":{}',
        '"unanswered":{"farmAdministrator":"Cannot access the local farm. Verify that \\u0027SQL01\\u0027 can be reached."}',
      );
    expect(of(await checkHost(printed), 'host-rights').detail).toBe(
      "farm administrator of SharePoint: Cannot access the local farm. Verify that 'SQL01' can be reached.",
    );
  });

  it('does not ask about SharePoint and SQL Server where neither is needed', async () => {
    const { solutionsUnderWay, sharePoint, farmAdministrator, sysadmin, sharePointServices, siteCollection, ...printed } =
      JSON.parse(healthy);
    const checks = await checkHost(JSON.stringify(printed), { components: { features: ['resetPortal'] } });
    const ids = checks.map(({ id }) => id);
    for (const id of ['host-sharepoint-solutions', 'host-sharepoint-services', 'host-sharepoint-site', 'host-tls'])
      expect(ids).not.toContain(id);
    expect(ids).toContain('host-web-server');
    expect(of(checks, 'host-rights')).toMatchObject({
      status: 'passed',
      message: 'CONTOSO\\miminstall is local administrator of this server.',
    });
  });
});

describe('Going on after a restart', () => {
  const checked = async (comesBack: ComesBack, timeout = 5_000) => {
    const checks = await hostReadiness({ timeout, powershell: '/nowhere/powershell', comesBack }).ready(
      about(everything),
      makeCall(),
    );
    return of(checks, 'host-autostart');
  };

  it('is warned of where nothing would start again, with the reasons and what to do', async () => {
    const reasons = ['The task is disabled.'];
    expect(await checked(async () => ({ comesBack: false, reasons, remarks: [] }))).toMatchObject({
      status: 'warning',
      code: 'host-unsuitable',
      message: expect.stringContaining('mim-setup autostart install'),
      detail: 'The task is disabled.',
    });
  });

  it('is passed with what should be known of it', async () => {
    expect(await checked(async () => ({ ...back, remarks: ['No password is kept.'] }))).toMatchObject({
      status: 'passed',
      detail: 'No password is kept.',
    });
  });

  it.each([
    ['is refused', async () => Promise.reject(new Error('PowerShell gave no answer: Access is denied.')), 'Access is denied.'],
    [
      'gets no answer',
      (signal: AbortSignal) =>
        new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
      'did not answer in time',
    ],
  ])('never fails: whoever asks and %s is warned, and told where to look', async (_, comesBack, words) => {
    expect(await checked(comesBack, 1500)).toMatchObject({
      status: 'warning',
      code: 'check-unavailable',
      message: expect.stringMatching(new RegExp(`${words}.*autostart status`)),
    });
  });
});

describe('Where this host can’t be asked', () => {
  it.each([
    ['PowerShell says nothing and ends well, as under Wine', ''],
    ['PowerShell prints no JSON', 'File host.ps1 cannot be loaded because running scripts is disabled on this system.'],
    ['PowerShell prints other JSON', '{"elevated":true}'],
    ['PowerShell prints more than was asked', healthy.replace('{"unanswered"', '{"surprise":1,"unanswered"')],
    ['PowerShell prints a text for a number', healthy.replace('53687091200', '"53687091200"')],
    ['PowerShell’s answer is cut off', healthy.slice(0, 200)],
  ])('%s, each check is a warning that says what to do', async (_, printed) => {
    for (const { status, code, message } of await checkHost(printed)) {
      expect({ status, code }).toEqual({ status: 'warning', code: 'check-unavailable' });
      expect(message).toMatch(/[Oo]n the server|Run the installer|See that|SharePoint Management Shell|If Windows asks/);
    }
  });

  it('PowerShell complains, and its first line is told', async () => {
    const checks = await checkHost('', everything, 'echo "running scripts is disabled" >&2; exit 1');
    expect(of(checks, 'host-windows').message).toContain('running scripts is disabled');
  });

  it('there is no PowerShell, each check is a warning', async () => {
    const checks = await hostReadiness({ timeout: 5_000, powershell: '/nowhere/powershell' }).ready(
      about(everything),
      makeCall(),
    );
    expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['warning']));
    const onLinux = await hostReadiness({ timeout: 5_000 }).ready(about(everything), makeCall());
    expect(of(onLinux, 'host-elevated').message).toMatch(/only be seen on the Windows server itself/);
  });

  it('PowerShell hangs, each check ends in time, called timed out, and the process is ended', async () => {
    await using standIn = await standInFor('', 'echo $$ > "$0.pid"; exec sleep 60');
    const checks = await hostReadiness({ timeout: 300, powershell: standIn.powershell }).ready(about(everything), makeCall());
    const ofPowerShell = checks.filter(({ id }) => id !== 'host-autostart');
    expect(checks).toHaveLength(ofPowerShell.length + 1);
    for (const { status, code } of ofPowerShell) expect({ status, code }).toEqual({ status: 'failed', code: 'timed-out' });
    expect(of(checks, 'host-autostart')).toMatchObject({ status: 'warning', code: 'check-unavailable' });
    await expect.poll(() => isRunning(standIn)).toBe(false);
  });

  it('the check is called off, PowerShell is ended as well', async () => {
    await using standIn = await standInFor('', 'echo $$ > "$0.pid"; exec sleep 60');
    const off = new AbortController();
    const checking = hostReadiness({ timeout: 10_000, powershell: standIn.powershell }).ready(
      about(everything),
      makeCall(off.signal),
    );
    await expect.poll(() => isRunning(standIn)).toBe(true);
    off.abort(new Error('called off'));
    await expect(checking).rejects.toThrow('called off');
    await expect.poll(() => isRunning(standIn)).toBe(false);
  });
});

const back = { comesBack: true, reasons: [], remarks: [] };
const site = { exists: true, compatibilityLevel: 15, selfServiceUpgrade: false, blocksAshx: false };
const server2025 = { windows: { build: 26100, productType: 3, caption: 'Windows Server 2025' } };

/** TLS 1.0 and 1.1 of one side. */
function tls(side: 'Client' | 'Server', enabled: number, disabledByDefault: number | null = null) {
  return { [`${side} 1.0`]: { enabled, disabledByDefault }, [`${side} 1.1`]: { enabled, disabledByDefault } };
}

const everything: OpenedAnswers = {
  components: { features: ['service', 'portal'], installDirectory: 'D:\\MIM\\' },
  database: { server: 'sql01', name: 'FIMService', whenExists: 'create' },
  certificate: { source: 'selfIssued' },
  sharePointSite: { url: 'http://mim.contoso.com' },
};

async function checkHost(
  printed: string,
  answers = everything,
  after?: string,
  comesBack?: ComesBack,
): Promise<readonly CheckResult[]> {
  await using standIn = await standInFor(printed, after);
  return await hostReadiness({ timeout: 10_000, powershell: standIn.powershell, comesBack }).ready(about(answers), makeCall());
}

function about(answers: OpenedAnswers) {
  return { installation: 'one', answers };
}

async function isRunning({ powershell }: StandIn): Promise<boolean> {
  const { readFile } = await import('node:fs/promises');
  const id = Number(await readFile(`${powershell}.pid`, 'utf8').catch(() => '0'));
  if (!id) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

function of(checks: readonly CheckResult[], id: string): CheckResult {
  return checks.find((check) => check.id === id)!;
}
