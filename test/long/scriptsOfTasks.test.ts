import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accessPolicyScript } from '../../machines/scripts/accessPolicyScript.ts';
import { applicationRoleScript } from '../../machines/scripts/applicationRoleScript.ts';
import { ewsAllowListScript } from '../../machines/scripts/ewsAllowListScript.ts';
import type { MailboxAccess } from '../../machines/scripts/exchangeScript.ts';
import { expression } from '../../machines/scripts/expression.ts';
import { taskScripts } from '../../machines/scripts/taskScripts.ts';
import { verbatimString } from '../../machines/scripts/verbatimString.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, type Ran, startPowerShell } from '../peers/powershell/session.ts';
import { describeWindows, type Windows, type WindowsWorld } from '../peers/powershell/windows.ts';
import { awkward } from '../plan/values.ts';

// The computer may be busy.
vi.setConfig({ testTimeout: 120_000 });

type Registry = Record<string, Record<string, string | number>>;
const zoneMap = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap';

describe.skipIf(withoutPwsh)(`Scripts that are handed out, run by PowerShell (${pwshMissing ?? 'installed'})`, () => {
  let session: PowerShellSession;
  beforeAll(async () => {
    session = await startPowerShell();
  });
  afterAll(() => session?.[Symbol.asyncDispose]());

  const run = async (windows: Windows, text: string): Promise<Ran> => {
    const script = join(windows.folder, 'task.ps1');
    await writeFile(script, text);
    return session.run({ script, windows });
  };
  /** Run twice: the second time there is nothing left to do, and it says the same. */
  const registryAfter = async (text: string, world: WindowsWorld): Promise<Registry> => {
    await using windows = await describeWindows(world);
    const first = await run(windows, text);
    expect(first.error).toBeNull();
    const changed = await windows.kept<Registry>('registry');
    expect(await run(windows, text)).toEqual(first);
    expect(await windows.kept('registry')).toEqual(changed);
    return changed!;
  };

  it('are filled in with texts that PowerShell reads as they were, however they are written', async () => {
    const unit = fc.constantFrom(...'\'‘’‚‛"“”„$`;\n\r\t\0@{}()#<>|&%a1 ü–日😀');
    const texts = [...awkward, ...fc.sample(fc.string({ unit, maxLength: 40 }), 300)];
    await using windows = await describeWindows({});
    for (const write of [expression, verbatimString]) {
      const lines = texts.map((text) => `${write(text)},`);
      const ran = await run(windows, `\uFEFFConvertTo-Json -Compress -InputObject @(\n${lines.join('\n')}\n'')`);
      expect(ran.error).toBeNull();
      expect(JSON.parse(ran.output.join('\n'))).toEqual([...texts, '']);
    }
  });

  describe('intranetZone', () => {
    it.each([
      ['http://mim.contoso.com/identitymanagement', 'contoso.com\\mim', 'http'],
      ['https://portal.mim.contoso.com:8443/', 'contoso.com\\portal.mim', 'https'],
      ['http://mim.contoso.co.uk/', 'contoso.co.uk\\mim', 'http'],
      ['http://contoso.com/', 'contoso.com', 'http'],
      ['http://mim/', 'mim', 'http'],
      ["http://o'brien.contoso.com/", "contoso.com\\o'brien", 'http'],
      ['http://münchen.contoso.com/', 'contoso.com\\xn--mnchen-3ya', 'http'],
    ])('puts %s into both maps, once', async (portalUrl, key, scheme) => {
      const changed = await registryAfter(taskScripts({ portalUrl }).intranetZone, {});
      expect(changed).toEqual({
        [`${zoneMap}\\Domains\\${key}`]: { [scheme]: 1 },
        [`${zoneMap}\\EscDomains\\${key}`]: { [scheme]: 1 },
      });
    });

    it('leaves alone what is in the maps already', async () => {
      const registry = {
        [`${zoneMap}\\Domains\\contoso.com\\mim`]: { https: 2 },
        [`${zoneMap}\\EscDomains\\contoso.com`]: { http: 2 },
      };
      const changed = await registryAfter(taskScripts({ portalUrl: 'http://mim.contoso.com' }).intranetZone, { registry });
      expect(changed).toEqual({
        [`${zoneMap}\\Domains\\contoso.com\\mim`]: { https: 2, http: 1 },
        [`${zoneMap}\\EscDomains\\contoso.com`]: { http: 2 },
        [`${zoneMap}\\EscDomains\\contoso.com\\mim`]: { http: 1 },
      });
    });

    it('gives an address in digits the next free range, or the one that it has', async () => {
      const registry = {
        [`${zoneMap}\\Ranges\\Range1`]: { ':Range': '198.51.100.1', http: 2 },
        [`${zoneMap}\\EscRanges\\Range4`]: { ':Range': '192.0.2.7' },
      };
      const changed = await registryAfter(taskScripts({ portalUrl: 'http://192.0.2.7/' }).intranetZone, { registry });
      expect(changed).toEqual({
        [`${zoneMap}\\Ranges\\Range1`]: { ':Range': '198.51.100.1', http: 2 },
        [`${zoneMap}\\Ranges\\Range2`]: { ':Range': '192.0.2.7', http: 1 },
        [`${zoneMap}\\EscRanges\\Range4`]: { ':Range': '192.0.2.7', http: 1 },
      });
    });

    it('takes an address of IPv6 without its brackets', async () => {
      const changed = await registryAfter(taskScripts({ portalUrl: 'https://[2001:db8::7]/' }).intranetZone, {});
      expect(changed[`${zoneMap}\\Ranges\\Range1`]).toEqual({ ':Range': '2001:db8::7', https: 1 });
    });
  });

  describe('compatibilityView', () => {
    const { compatibilityView } = taskScripts({ portalUrl: 'http://mim' });
    const key = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Internet Explorer\\BrowserEmulation';

    it.each<[string, Registry]>([
      ['was never set', {}],
      ['is on, and others are set beside it', { [key]: { IntranetCompatibilityMode: 1, AllSitesCompatibilityMode: 1 } }],
    ])('turns the setting off where it %s', async (_, registry) => {
      const changed = await registryAfter(compatibilityView, { registry });
      expect(changed[key]).toEqual({ ...registry[key], IntranetCompatibilityMode: 0 });
    });
  });

  describe('managementPolicyRule', () => {
    const { managementPolicyRule } = taskScripts({ portalUrl: 'http://mim' });
    const name = 'User management: Users can read attributes of their own';
    const id = 'urn:uuid:6f6a2a4e-3a3e-4b9b-9a52-0a0f1c2d3e4f';
    const mim: WindowsWorld = { snapIns: ['FIMAutomation'], modules: ['FIMAutomation'] };
    const said = `The rule '${name}' is enabled.`;
    const other = { id: 'urn:uuid:1', name: 'Another rule', disabled: 'True' };

    it('enables the rule where it is disabled, and no other, and changes nothing the second time', async () => {
      await using windows = await describeWindows({ ...mim, rules: [other, { id, name, disabled: 'True' }] });
      expect(await run(windows, managementPolicyRule)).toMatchObject({ error: null, output: [said] });
      expect(await windows.kept('rules')).toEqual([other, { id, name, disabled: 'False' }]);
      expect(await run(windows, managementPolicyRule)).toMatchObject({ error: null, output: [said] });
      const imports = (await windows.journal()).filter((note) => note['called'] === 'Import-FIMConfig');
      expect(imports).toHaveLength(1);
    });

    it.each([
      [undefined, 'http://localhost:5725/ResourceManagementService'],
      ['mimservice.contoso.com', 'http://mimservice.contoso.com:5725/ResourceManagementService'],
    ])('asks the MIM Service where it runs (%s)', async (serviceHost, uri) => {
      await using windows = await describeWindows({ ...mim, rules: [{ id, name, disabled: 'True' }] });
      const text = taskScripts({ portalUrl: 'http://mim', serviceHost }).managementPolicyRule;
      expect(await run(windows, text)).toMatchObject({ error: null });
      const calls = (await windows.journal()).filter(({ called }) => String(called).endsWith('-FIMConfig'));
      expect(new Set(calls.map(({ with: given }) => (given as { Uri: string }).Uri))).toEqual(new Set([uri]));
    });

    it.each(['False', null])('leaves it alone where its attribute Disabled is %j', async (disabled) => {
      await using windows = await describeWindows({ ...mim, rules: [{ id, name, disabled }] });
      expect(await run(windows, managementPolicyRule)).toMatchObject({ error: null, output: [said] });
      expect(await windows.kept('rules')).toBeNull();
    });

    it.each([
      ['there is no such rule', { rules: [other] }, /There are 0 management policy rules/],
      [
        'there are two',
        {
          rules: [
            { id, name, disabled: null },
            { ...other, name },
          ],
        },
        /There are 2 management policy rules/,
      ],
      [
        'the service hands the import back undone',
        { rules: [{ id, name, disabled: 'True' }], fim: { undone: true } },
        /still disabled/,
      ],
      [
        'the service does not answer',
        { failing: { 'Export-FIMConfig': 'There was no endpoint listening' } },
        /no endpoint listening/,
      ],
      ['the snap-in is not installed', { snapIns: [] }, /'FIMAutomation' is not installed/],
    ] as [string, WindowsWorld, RegExp][])('stops, and says why, where %s', async (_, world, why) => {
      await using windows = await describeWindows({ ...mim, ...world });
      const ran = await run(windows, managementPolicyRule);
      expect(ran.error).toMatch(why);
      expect(ran.output).toEqual([]);
    });
  });

  describe('The access policy', () => {
    const policy: MailboxAccess = {
      applicationId: '48b15b07-ae4a-ae4a-ae4a-8850556d6b76',
      group: 'mim-mailboxes@contoso.com',
      mailbox: 'svcMIMService@contoso.com',
    };
    const exchange = (group = policy.group, mailbox = policy.mailbox): WindowsWorld => ({
      modules: ['ExchangeOnlineManagement'],
      groups: { [group]: [mailbox] },
    });
    const made = (windows: Windows) => windows.kept<Record<string, string>[]>('policies');

    it('is made once, however often the script is run, and lets the mailbox in', async () => {
      await using windows = await describeWindows(exchange());
      for (const _ of [1, 2]) {
        const ran = await run(windows, accessPolicyScript(policy));
        expect(ran.error).toBeNull();
        expect(ran.output.join()).toContain('The application may open svcMIMService@contoso.com.');
      }
      expect(await made(windows)).toMatchObject([
        { AppId: policy.applicationId, ScopeName: policy.group, AccessRight: 'RestrictAccess' },
      ]);
    });

    it.each([
      [undefined, 'O365Default'],
      ['partner.outlook.cn', 'O365China'],
      ['outlook.office365.us', 'O365USGovGCCHigh'],
      ['outlook-dod.office365.us', 'O365USGovDoD'],
    ])('is made in the cloud of %s', async (mailHost, environment) => {
      await using windows = await describeWindows(exchange());
      await run(windows, accessPolicyScript({ ...policy, mailHost }));
      expect((await windows.journal())[0]).toEqual({ called: 'Connect-ExchangeOnline', with: environment });
    });

    it.each(["o'brien’s ‘group’", '$(Remove-Item x) `"& ;#', 'Gruppe für Übung 日本 😀', '(a)', '-Confirm'])(
      'takes %j as a name and nothing else',
      async (text) => {
        await using windows = await describeWindows(exchange(text, text));
        const ran = await run(windows, accessPolicyScript({ ...policy, group: text, mailbox: text }));
        expect(ran.error).toBeNull();
        expect(await made(windows)).toMatchObject([{ ScopeName: text }]);
        expect((await windows.journal()).at(-1)).toEqual({
          called: 'Test-ApplicationAccessPolicy',
          with: { AppId: policy.applicationId, Identity: text },
        });
      },
    );

    it('stops where another policy keeps the mailbox out, and adds none', async () => {
      const policies = [{ AppId: policy.applicationId, ScopeName: 'others@contoso.com', AccessRight: 'RestrictAccess' }];
      await using windows = await describeWindows({ ...exchange(), policies });
      const ran = await run(windows, accessPolicyScript(policy));
      expect(ran.error).toMatch(/others@contoso\.com/);
      expect(await made(windows)).toBeNull();
    });

    it('does not take the policy of another application for its own', async () => {
      const other = { AppId: '00000000-0000-0000-0000-000000000001', ScopeName: 'x', AccessRight: 'RestrictAccess' };
      await using windows = await describeWindows({ ...exchange(), policies: [other] });
      expect((await run(windows, accessPolicyScript(policy))).error).toBeNull();
      expect(await made(windows)).toHaveLength(2);
    });

    it('makes the group, and the mailbox its member, where they are not there yet', async () => {
      await using windows = await describeWindows({ modules: ['ExchangeOnlineManagement'] });
      for (const _ of [1, 2]) expect((await run(windows, accessPolicyScript(policy))).error).toBeNull();
      expect(await windows.kept('groups')).toEqual({ [policy.group]: [policy.mailbox] });
      const made = (await windows.journal()).filter(({ called }) => /^(New-Distribution|Add-)/.test(String(called)));
      expect(made).toEqual([
        {
          called: 'New-DistributionGroup',
          with: { Name: 'mim-mailboxes', PrimarySmtpAddress: policy.group, Type: 'Security' },
        },
        { called: 'Add-DistributionGroupMember', with: { Identity: policy.group, Member: policy.mailbox } },
      ]);
    });

    it('stops at the first thing that fails: nothing is made where nobody signs in', async () => {
      await using windows = await describeWindows({ ...exchange(), failing: { 'Connect-ExchangeOnline': 'User canceled' } });
      expect((await run(windows, accessPolicyScript(policy))).error).toMatch(/User canceled/);
      expect((await windows.journal()).map(({ called }) => called)).toEqual(['Connect-ExchangeOnline']);
    });
  });

  describe('For a mailbox in Exchange Online,', () => {
    const access: MailboxAccess = {
      applicationId: '48b15b07-ae4a-ae4a-ae4a-8850556d6b76',
      group: "mim-o'mailboxes@contoso.com",
      mailbox: 'svcMIMService@contoso.com',
    };
    const principal = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
    const modules = ['ExchangeOnlineManagement'] as const;

    it.each([
      ['an organization that has said nothing', {}, access.applicationId],
      ['one with other applications on the list', { allowed: 'a,b', enabled: true }, `a,b,${access.applicationId}`],
      ['one that has turned them off', { allowed: '', enabled: false }, access.applicationId],
    ])('the allow list of %s takes the application up once, and keeps the others', async (_, organization, allowed) => {
      await using windows = await describeWindows({ modules, organization, casMailboxes: { [access.mailbox]: false } });
      for (const _ of [1, 2]) expect((await run(windows, ewsAllowListScript(access))).error).toBeNull();
      expect(await windows.kept('organization')).toEqual({ allowed, enabled: true });
      expect(await windows.kept('casMailboxes')).toEqual({ [access.mailbox]: true });
      const sets = (await windows.journal()).filter(({ called }) => called === 'Set-OrganizationConfig');
      // The list comes before the switch: an empty list would block everybody.
      expect(sets[0]).toMatchObject({ with: { EwsAllowedAppIDs: allowed } });
    });

    it('RBAC for Applications opens the mailbox of the group alone, once, and says what to take away', async () => {
      await using windows = await describeWindows({ modules });
      for (const _ of [1, 2]) {
        const ran = await run(windows, applicationRoleScript({ ...access, servicePrincipalId: principal }));
        expect(ran.error).toBeNull();
        expect(ran.output.join()).toContain('remove the permission full_access_as_app');
      }
      expect(await windows.kept('roles')).toEqual({
        [principal]: { role: 'Application EWS.AccessAsApp', scope: `MIM Service ${access.applicationId}` },
      });
      const made = (await windows.journal()).map(({ called }) => String(called)).filter((called) => /^(New|Add)-/.test(called));
      expect(made).toEqual([
        'New-DistributionGroup',
        'Add-DistributionGroupMember',
        'New-ServicePrincipal',
        'New-ManagementScope',
        'New-ManagementRoleAssignment',
      ]);
    });
  });
});
