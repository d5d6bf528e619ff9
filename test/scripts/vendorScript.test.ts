import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expression } from '../../machines/scripts/expression.ts';
import { vendorScript } from '../../machines/scripts/vendorScript.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, type Ran, startPowerShell } from '../peers/powershell/session.ts';
import { describeWindows } from '../peers/powershell/windows.ts';

// The computer may be busy.
vi.setConfig({ testTimeout: 120_000 });

const mailbox = "mim'service@contoso.com";
/** The guide's two places: below Scripts.zip, as Explorer unpacks it, and below "Service and Portal.zip". */
const places = [
  'Scripts/Scripts/Service and Portal',
  'Service and Portal/Service and Portal/Program Files/Microsoft Forefront Identity Manager/2010/Service/Scripts',
] as const;

describe.skipIf(withoutPwsh)(`Create-MIMMailboxApp.ps1, run by the script for it (${pwshMissing ?? 'installed'})`, () => {
  let session: PowerShellSession;
  beforeAll(async () => {
    session = await startPowerShell();
  });
  afterAll(() => session?.[Symbol.asyncDispose]());

  it.each(places)('is found in %s, and gets the mailbox alone', async (place) => {
    expect(await ran({ place })).toMatchObject({ error: null, output: [`MailboxAccountEmail=${mailbox}`] });
  });

  it('that is not there is told, with where it is to be had', async () => {
    expect((await ran({})).error).toMatch(/not below this folder.*Scripts\.zip.*"Service and Portal\.zip"/);
  });

  it.each([
    ['partner.outlook.cn', 'O365China', 'AzureChinaCloud'],
    ['outlook.office365.us', 'O365USGovGCCHigh', 'AzureUSGovernment'],
    ['outlook-dod.office365.us', 'O365USGovDoD', 'AzureUSGovernment'],
  ])('gets, in the cloud of %s, its names where the parameters of the script offer them', async (mailHost, exchange, entra) => {
    const parameters = `[ValidateSet('O365Default', 'O365China', 'O365USGovGCCHigh', 'O365USGovDoD')] [string] $One = 'O365Default',
      [ValidateSet('AzureCloud', 'AzureChinaCloud', 'AzureUSGovernment')] [string] $Another, [string] $Third`;
    const { error, output } = await ran({ place: places[0], parameters, mailHost });
    expect(error).toBeNull();
    expect(output).toEqual([`Another=${entra}`, `MailboxAccountEmail=${mailbox}`, `One=${exchange}`]);
  });

  it('whose parameters offer none is not run, and the parameters that it has are told', async () => {
    const { error, output } = await ran({ place: places[0], parameters: '[string] $Cloud', mailHost: 'partner.outlook.cn' });
    expect(error).toMatch(/It has these: MailboxAccountEmail, Cloud.*@\{ Name = 'O365China' \}/);
    expect(output).toEqual([]);
  });

  interface Had {
    readonly place?: string;
    readonly parameters?: string;
    readonly mailHost?: string;
  }

  /** Runs it in a folder where Microsoft's script lies, which here says what it was given. */
  async function ran({ place, parameters, mailHost }: Had): Promise<Ran> {
    await using windows = await describeWindows({});
    const folder = join(windows.folder, 'unpacked');
    await mkdir(folder, { recursive: true });
    if (place) {
      const path = join(folder, place, 'Create-MIMMailboxApp.ps1');
      await mkdir(dirname(path), { recursive: true });
      const param = ['[string] $MailboxAccountEmail', ...(parameters ? [parameters] : [])].join(', ');
      const told = '$PSBoundParameters.GetEnumerator() | Sort-Object Key | ForEach-Object { "$($_.Key)=$($_.Value)" }';
      await writeFile(path, `param(${param})\n${told}\n`);
    }
    const script = join(windows.folder, 'run.ps1');
    const asked = vendorScript({ mailbox, ...(mailHost && { mailHost }) });
    await writeFile(script, `Set-Location -LiteralPath ${expression(folder)}\n${asked}`);
    return await session.run({ script, windows });
  }
});
