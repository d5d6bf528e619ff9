import { describe, expect, it } from 'vitest';
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
import { vendorScript } from '../../machines/scripts/vendorScript.ts';

const site = "http://mim'portal.contoso.com";
const siteQuoted = "'http://mim''portal.contoso.com'";
const mailbox = 'mim@contoso.com';

/** What it does, by the command that does it and what this is given. */
const scripts: readonly (readonly [name: string, script: string, does: readonly string[]])[] = [
  ['allows TLS 1.1', allowTls11, ["Set-Number $key 'Enabled' 1", "Set-Number $key 'DisabledByDefault' 0"]],
  ['adds features', installFeatures(['Web-Asp-Net45', 'NET-WCF']), ["Install-WindowsFeature -Name 'Web-Asp-Net45', 'NET-WCF' "]],
  ['starts SharePoint’s services', startSharePointServices, ['Start-Service -Name $name', "'SPAdminV4', 'SPTimerV4'"]],
  ['unblocks ASHX', unblockAshx(site), [`Get-SPSite -Identity ${siteQuoted}`, "BlockedASPNetExtensions.Remove('ashx')"]],
  ['forbids the upgrade', forbidSelfServiceUpgrade(site), [`Get-SPSite -Identity ${siteQuoted}`, 'SelfServiceUpgrade = $false']],
  ['makes the site', makeSite(site, 15), [`$url = ${siteQuoted}`, 'New-SPSite -Url $url', '-CompatibilityLevel 15 -Name']],
  ['grants log on as a service', grantServiceLogon('contoso\\o’neill'), ["$account = ('contoso\\o' + [char] 0x2019 + 'neill')"]],
  [
    'runs the installer of .NET',
    runInstallerHere('dotNetFramework'),
    ["-Filter 'ndp48-*.exe'", "-ArgumentList '/q', '/norestart'"],
  ],
  ['runs that of Visual C++', runInstallerHere('visualC'), ["'vcredist_x64*.exe'", "'/install', '/quiet', '/norestart'"]],
  [
    'runs Microsoft’s script',
    vendorScript({ mailbox, mailHost: undefined }),
    [`$mailbox = '${mailbox}'`, '-MailboxAccountEmail $mailbox'],
  ],
  [
    'runs it for a national cloud',
    vendorScript({ mailbox, mailHost: 'outlook-dod.office365.us' }),
    ["$names = 'O365USGovDoD', 'AzureUSGovernment', 'USGovDoD'", '$further[$parameter.Name] = $name'],
  ],
];

describe.each(scripts)('The script that %s', (_, script, does) => {
  it('does so with what it was given', () => {
    for (const part of does) expect(script).toContain(part);
  });

  it('is a block that says what it is for and stops at the first error, in ASCII alone', () => {
    const lines = script.split('\r\n');
    expect(lines.slice(0, 3)).toEqual([expect.stringMatching(/^# \w.*\.|^# \w/), '& {', "    $ErrorActionPreference = 'Stop'"]);
    expect(lines.slice(-2)).toEqual(['}', '']);
    for (const line of lines) expect(line).toMatch(/^[\x20-\x7e]*$/);
  });
});
