import { describe, expect, it } from 'vitest';
import type { OpenedAnswers } from '../../machines/pages/screens.ts';
import { type CheckResult, hostChecks } from '../../machines/ports/checks.ts';
import { hostReadiness } from '../../services/host/hostReadiness.ts';
import { makeCall } from '../peers/web/call.ts';
import { type StandIn, standInFor } from './standIn.ts';

/**
 * Written as Windows PowerShell 5.1 writes it by `ConvertTo-Json -Compress`: the keys of a hashtable in no order, apostrophes and
 * angle brackets as \u0027, \u003c, \u003e (JavaScriptSerializer), some lists as {"value":…,"Count":…}.
 */
const healthy =
  '{"unanswered":{},"solutionsUnderWay":{"value":[],"Count":0},"sharePoint":true,"freeBytes":53687091200,"user":"CONTOSO\\\\miminstall","windows":{"build":17763,"productType":3,"caption":"Microsoft Windows Server 2019 Standard"},"pendingRestart":{"value":[],"Count":0},"localAdministrator":true,"farmAdministrator":true,"sysadmin":true,"elevated":true,"installerRunning":false}';

describe('This host', () => {
  it('that is as it should be passes every check', async () => {
    const checks = await checkHost(healthy);
    expect(Object.fromEntries(checks.map(({ id, status }) => [id, status]))).toEqual({
      'host-windows': 'passed',
      'host-elevated': 'passed',
      'host-rights': 'passed',
      'host-sharepoint-solutions': 'passed',
      'host-disk-space': 'passed',
      'host-pending-reboot': 'passed',
      'host-installer-free': 'passed',
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
  ] as const)('%s with %j is %s', async (id, change, status, words) => {
    const check = of(await checkHost(JSON.stringify({ ...JSON.parse(healthy), ...change })), id);
    expect(check.status).toBe(status);
    expect(check.message).toMatch(words);
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
    const { solutionsUnderWay, sharePoint, farmAdministrator, sysadmin, ...printed } = JSON.parse(healthy);
    const checks = await checkHost(JSON.stringify(printed), { components: { features: ['resetPortal'] } });
    expect(checks.map(({ id }) => id)).not.toContain('host-sharepoint-solutions');
    expect(of(checks, 'host-rights')).toMatchObject({
      status: 'passed',
      message: 'CONTOSO\\miminstall is local administrator of this server.',
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
      expect(message).toMatch(/On the server|Run the installer|See that|SharePoint Management Shell|If Windows asks/);
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
    for (const { status, code } of checks) expect({ status, code }).toEqual({ status: 'failed', code: 'timed-out' });
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

const everything: OpenedAnswers = {
  components: { features: ['service', 'portal'], installDirectory: 'D:\\MIM\\' },
  database: { server: 'sql01', name: 'FIMService', whenExists: 'create' },
};

async function checkHost(printed: string, answers = everything, after?: string): Promise<readonly CheckResult[]> {
  await using standIn = await standInFor(printed, after);
  return await hostReadiness({ timeout: 10_000, powershell: standIn.powershell }).ready(about(answers), makeCall());
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
