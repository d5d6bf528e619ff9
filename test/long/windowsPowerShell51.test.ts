import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accessPolicyScript } from '../../machines/scripts/accessPolicyScript.ts';
import { applicationRoleScript } from '../../machines/scripts/applicationRoleScript.ts';
import { ewsAllowListScript } from '../../machines/scripts/ewsAllowListScript.ts';
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
import { taskScripts } from '../../machines/scripts/taskScripts.ts';
import { vendorScript } from '../../machines/scripts/vendorScript.ts';
import { batchFile } from '../../server/plan/batchFile.ts';
import { guidesPlaces } from '../../server/plan/command.ts';
import { powershellScript } from '../../server/plan/powershellScript.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, startPowerShell } from '../peers/powershell/session.ts';
import { planWith } from '../plan/values.ts';
import { pathOf } from '../scripts/ask.ts';
import { cmdlets, commonParameters, laterMembers, members, programs, shared } from '../scripts/windowsPowerShell51.ts';

// The computer may be busy.
vi.setConfig({ testTimeout: 120_000 });

interface Surface {
  readonly commands: readonly { readonly name: string; readonly parameters: readonly string[] }[];
  readonly members: readonly string[];
  readonly faults: readonly string[];
}

const access = { applicationId: 'a', group: 'ü', mailbox: 'c', mailHost: 'partner.outlook.cn' };

/** Every script, by its name. */
const scripts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(globSync('{services,server}/**/*.ps1').map((file) => [file, readFileSync(file, 'utf8')])),
  ...taskScripts({ portalUrl: 'http://mim.contoso.com' }),
  'intranetZone of an address': taskScripts({ portalUrl: 'http://192.0.2.7' }).intranetZone,
  accessPolicy: accessPolicyScript(access),
  applicationRole: applicationRoleScript({ ...access, servicePrincipalId: 'p' }),
  ewsAllowList: ewsAllowListScript(access),
  vendorScript: vendorScript(access),
  'vendorScript of the global cloud': vendorScript({ mailbox: 'c' }),
  allowTls11,
  startSharePointServices,
  installFeatures: installFeatures(['NET-Framework-Core', 'Web-WebServer']),
  unblockAshx: unblockAshx('http://mim.contoso.com'),
  makeSite: makeSite('http://mim.contoso.com', 15),
  grantServiceLogon: grantServiceLogon('contoso\\svcMIM'),
  runInstallerHere: runInstallerHere('visualC'),
  forbidSelfServiceUpgrade: forbidSelfServiceUpgrade('http://mim.contoso.com'),
  plan: powershellScript(planWith({ SQLSERVER_DATABASE: 'ü"’' }, ['SERVICE_ACCOUNT_PASSWORD']), guidesPlaces),
  'the prompt of the batch file': promptOf(batchFile(planWith({}, ['SERVICE_ACCOUNT_PASSWORD']), guidesPlaces)),
};

/** What Windows PowerShell 5.1 lacks, or does not take in full, and the words for it. */
const later: Readonly<Record<string, string>> = {
  '$a ?? 1': '$a ?? 1',
  '$a ??= 1': '$a ??= 1',
  '$a ? 1 : 2': '$a ? 1 : 2',
  'Get-Item a && Get-Item b': 'Get-Item a && Get-Item b',
  '${a}?.b': '${a}?.b',
  '${a}?[0]': '${a}?[0]',
  $IsWindows: '$IsWindows',
  '"`e[1m"': '"`e[1m"',
  '10n': '10n',
  'Get-Item a &': 'Get-Item a',
  'if ($a) { Get-Item': "Missing closing '}' in statement block or type definition.",
  'Get-Content a -AsByteStream': 'Get-Content -AsByteStream',
  '1 | ForEach-Object -Parallel { 1 }': 'ForEach-Object -Parallel',
  'ConvertFrom-Json a -AsHashtable': 'ConvertFrom-Json -AsHashtable',
  'Get-Item -Lit a': 'Get-Item -Lit',
  'Get-Uptime': 'Get-Uptime',
  ls: 'ls',
  '[Convert]::ToHexString(@())': '[Convert]::ToHexString',
};

/**
 * A check of our own on the tree of PowerShell's parser: PSScriptAnalyzer, whose rules of compatibility would do it, is not to be had
 * from a registry that a build can reach.
 */
describe.skipIf(withoutPwsh)(`Windows PowerShell 5.1 (${pwshMissing ?? 'the parser of PowerShell 7 is installed'})`, () => {
  let session: PowerShellSession;
  beforeAll(async () => {
    session = await startPowerShell();
  });
  afterAll(() => session?.[Symbol.asyncDispose]());

  const surfacesOf = async (texts: readonly string[]): Promise<Surface[]> => {
    const ran = await session.run({ script: pathOf('test/peers/powershell/surface.ps1'), arguments: { Texts: texts } });
    expect(ran.error).toBeNull();
    return ran.output.map((line) => JSON.parse(line));
  };

  it('has everything that a script of ours uses: syntax, cmdlets with their parameters, members of .NET', async () => {
    const surfaces = await surfacesOf(Object.values(scripts));
    const found = Object.keys(scripts).map((name, at) => [name, lacking(surfaces[at]!)] as const);
    expect(found.filter(([, faults]) => faults.length > 0)).toEqual([]);
    expect(found.length).toBeGreaterThan(12);
  });

  it('lacks what came later, and the check says so', async () => {
    const surfaces = await surfacesOf(Object.keys(later));
    const found = Object.keys(later).map((text, at) => [text, lacking(surfaces[at]!)] as const);
    for (const [text, faults] of found) expect(faults, text).toContain(later[text]);
  });
});

function lacking({ commands, members: used, faults }: Surface): string[] {
  const common = commonParameters.split(' ');
  return [
    ...faults,
    ...commands.flatMap(({ name, parameters }) => {
      if (programs.includes(name) || shared.includes(name)) return [];
      const known = cmdlets[name]?.split(' ');
      if (!known) return [name];
      return parameters.filter((one) => !known.includes(one) && !common.includes(one)).map((one) => `${name} -${one}`);
    }),
    ...used.filter((member) => !members.includes(member) && !laterMembers.includes(member)),
  ];
}

/** What the batch file has PowerShell run. */
function promptOf(file: string): string {
  const [, prompt] = /-NoProfile -Command "([^"]+)"/.exec(file) ?? [];
  if (prompt === undefined) throw new Error('The batch file asks for its secret in another way.');
  return prompt;
}
