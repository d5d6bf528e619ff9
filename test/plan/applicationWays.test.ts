import { describe, expect, it } from 'vitest';
import { waysOf } from '../../machines/plan/applicationWays.ts';
import { answersFor } from '../answers.ts';

type Known = Parameters<typeof waysOf>[0];

const { cloud, mailServer, serviceAccount } = answersFor('C');
const begun = { answers: { cloud, mailServer }, proposals: {}, registration: null } as unknown as Known;

describe('The ways to a mailbox application', () => {
  it('are three, and each says before its steps whom it takes', () => {
    const ways = waysOf(begun, 'mailboxApplication');
    expect(ways.map(({ code }) => code)).toEqual(['register', 'vendorScript', 'byHand']);
    for (const { roles, steps } of ways) {
      expect(roles).toEqual([expect.stringMatching(/^Global Administrator/), expect.stringMatching(/^Exchange administrator/)]);
      expect(steps.length).toBeGreaterThan(3);
    }
    expect(waysOf(begun, 'database')).toEqual([]);
  });

  it('by hand are the ten steps of the guide, then the scripts for Exchange Online', () => {
    const { steps, scripts } = way(begun, 'byHand');
    const named = [
      'https://portal.azure.com',
      'Tenant ID',
      'App registrations',
      'Register',
      'Application (client) ID',
      'User.Read',
      'full_access_as_app',
      'Grant admin consent',
      'not the Secret ID',
      'access policy',
    ];
    expect(steps).toHaveLength(named.length);
    for (const [at, name] of named.entries()) expect(steps[at]).toContain(name);
    expect(
      scripts.map(({ script }) => /New-(?:ApplicationAccessPolicy|ManagementRoleAssignment)|EwsAllowedAppIDs/.exec(script)?.[0]),
    ).toEqual(['New-ApplicationAccessPolicy', 'New-ManagementRoleAssignment', 'EwsAllowedAppIDs']);
  });

  it("by Microsoft's script name its two places, and its one parameter", () => {
    const { steps, scripts } = way(begun, 'vendorScript');
    expect(steps[0]).toMatch(/Scripts\.zip.*Service and Portal\.zip/);
    expect(scripts[0]?.script).toContain('-MailboxAccountEmail $mailbox');
    expect(scripts[0]?.script).not.toContain('$names');
    expect(steps.join('\n')).not.toMatch(/this cloud/);
  });

  it("by Microsoft's script are one step longer in a national cloud: the one that says what the script passes there", () => {
    const government = { ...mailServer, type: 'office365Government', governmentCloud: 'dod' };
    const known = { ...begun, answers: { cloud, mailServer: government } } as unknown as Known;
    const usual = way(begun, 'vendorScript').steps;
    const further = way(known, 'vendorScript').steps.filter((step) => !usual.includes(step));
    expect(further).toEqual([expect.stringContaining('(O365USGovDoD, AzureUSGovernment, USGovDoD)')]);
    expect(way(known, 'vendorScript').steps).toHaveLength(usual.length + 1);
  });

  it('are filled in with the mailbox and the cloud, as far as they are known; what is open stands in angle brackets', () => {
    expect(way(begun, 'vendorScript').scripts[0]?.script).toContain("$mailbox = '<mailbox>'");
    const government = { ...mailServer, type: 'office365Government', governmentCloud: 'dod' };
    const known = { ...begun, answers: { cloud, mailServer: government }, proposals: { serviceAccount } } as unknown as Known;
    const [vendor] = way(known, 'vendorScript').scripts;
    expect(vendor?.script).toContain(`$mailbox = '${String(serviceAccount?.['email'])}'`);
    expect(vendor?.script).toContain("'O365USGovDoD', 'AzureUSGovernment', 'USGovDoD'");
    expect(way(known, 'byHand').steps[0]).toContain('https://portal.azure.us');
    expect(way(known, 'byHand').scripts[0]?.script).toContain('-ExchangeEnvironmentName O365USGovDoD');
  });

  function way(known: Known, code: string) {
    return waysOf(known, 'mailboxApplication').find((one) => one.code === code)!;
  }
});
