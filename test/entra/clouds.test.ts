import { describe, expect, test } from 'vitest';
import type { OpenedAnswers } from '../../machines/pages/index.ts';
import { cloudInUse, mailCloud, signInCloud } from '../../services/entra/clouds.ts';

const mail = { authentication: 'applicationContext', managedServiceAccount: false } as const;

describe('the cloud of the sign-in is the one that the page names', () => {
  test.each(['global', 'china', 'governmentDod'] as const)('%s', (cloud) => {
    expect(signInCloud({ cloud: { cloud } })).toBe(cloud);
  });
});

describe('the cloud of the mailbox is the one that the mail page names', () => {
  const rows: [string, OpenedAnswers, string][] = [
    ['Office 365', { mailServer: { type: 'office365', ...mail } }, 'https://outlook.office365.com'],
    [
      'Office 365 with the cloud China',
      { cloud: { cloud: 'china' }, mailServer: { type: 'office365', ...mail } },
      'https://outlook.office365.com',
    ],
    ['21Vianet', { mailServer: { type: 'office365China', ...mail } }, 'https://partner.outlook.cn'],
    ['Government', { mailServer: { type: 'office365Government', ...mail } }, 'https://outlook.office365.us'],
    [
      'Government with the cloud DoD',
      { cloud: { cloud: 'governmentDod' }, mailServer: { type: 'office365Government', ...mail } },
      'https://outlook-dod.office365.us',
    ],
    [
      'Government, chosen as DoD',
      { mailServer: { type: 'office365Government', governmentCloud: 'dod', ...mail } },
      'https://outlook-dod.office365.us',
    ],
  ];
  test.each(rows)('%s', (_name, answers, host) => {
    expect(cloudInUse(mailCloud(answers), {}).mail).toBe(host);
  });
});

test('each host can be overridden, and tokens are still for the real service', () => {
  const relayed = cloudInUse('china', { china: { graph: 'https://relay.contoso.com' } });
  expect(relayed).toMatchObject({
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://relay.contoso.com',
    audience: { graph: 'https://microsoftgraph.chinacloudapi.cn', mail: 'https://partner.outlook.cn' },
  });
});
