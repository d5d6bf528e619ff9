import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OpenedAnswers } from '../../machines/pages/screens.ts';
import { cloudInUse, mailCloud, signInCloud } from '../../services/entra/clouds.ts';
import { createEntra } from '../../services/entra/createEntra.ts';
import { makeCall, signInPage } from './calls.ts';

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

describe('without overrides, Microsoft’s own directory is asked, and no other host', () => {
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ['global', 'login.microsoftonline.com'],
    ['china', 'login.partner.microsoftonline.cn'],
    ['governmentDod', 'login.microsoftonline.us'],
  ] as const)('%s', async (cloud, host) => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('There is no network in this test.'));
    const entra = createEntra();
    const signIn = { method: 'clientCredentials', tenant: 'contoso.onmicrosoft.com', clientId: 'a', clientSecret: 'b' } as const;
    await entra.checkSignIn(signInPage(signIn, cloud), makeCall());
    await entra.checkSignIn(signInPage({ method: 'deviceCode' }, cloud), makeCall());

    const asked = fetched.mock.calls.map(([url]) => new URL(String(url)));
    const before = cloud === 'governmentDod' ? [`${host}/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration`] : [];
    expect(asked.map((url) => url.host + url.pathname)).toEqual([
      ...before,
      `${host}/contoso.onmicrosoft.com/oauth2/v2.0/token`,
      `${host}/organizations/oauth2/v2.0/devicecode`,
    ]);
  });
});
