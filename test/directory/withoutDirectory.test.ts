import { type AddressInfo, createServer } from 'node:net';
import { Client } from 'ldapts';
import { describe, expect, test } from 'vitest';
import { sidOf } from '../../services/directory/sid.ts';
import { makeTransport } from '../../services/directory/transport.ts';
import { standInFor } from '../host/standIn.ts';
import { agent, ask, portal, service } from './asking.ts';

const denied = 'S-1-5-21-1-2-3-1104';

describe('without a directory to ask', () => {
  test.each([
    ['no server is configured', {}],
    ['nobody is named to ask as', { url: 'ldaps://127.0.0.1:9' }],
    ['a password is missing, which would let anybody in as nobody', { url: 'ldaps://127.0.0.1:9', user: 'reader', password: '' }],
  ])('%s: every check is a warning that says what to do', async (_, settings) => {
    const answers = { ...service('svcMIMService'), ...agent('contoso\\svcMIMMA'), serviceAddress: { host: 'mim.contoso.com' } };
    const all = [
      ...(await ask('serviceAccount', answers, settings)).results,
      ...(await ask('synchronizationServer', answers, settings)).results,
      ...(await ask('serviceAddress', answers, settings)).results,
      ...(await ask('resetPortal', portal('resetPortal', 'contoso\\mimpool'), settings)).results,
    ];
    expect(all).toHaveLength(8);
    for (const { id, status, code, message } of all) {
      expect({ id, status, code }).toEqual({
        id,
        status: 'warning',
        code: id === 'service-account-local-logon' ? 'local-logon-allowed' : 'check-unavailable',
      });
      expect(message).toMatch(/configur|Check with another account|state it|see yourself/i);
    }
  });

  test('a page without answers has no results', async () => {
    for (const page of ['serviceAccount', 'synchronizationServer', 'serviceAddress', 'registrationPortal'] as const) {
      expect((await ask(page, {})).results).toEqual([]);
    }
  });
});

describe('the right to log on as a service', () => {
  const own = 'S-1-5-21-1-2-3-1111';
  test.each([
    ['is granted to the account', { services: ['S-1-5-20', own] }, 'passed', /may log on as a service/],
    ['is granted to everyone', { services: ['S-1-1-0'] }, 'passed', /may log on as a service/],
    [
      'is not granted',
      { services: ['S-1-5-20'], deniedServices: [] },
      'warning',
      /at this server, as far as can be told without its groups\. Grant it by group policy/,
    ],
    [
      'is granted, and denied',
      { services: [own], deniedServices: [own] },
      'failed',
      /denies .* the right to log on.*would not start.*Deny log on as a service/,
    ],
    ['is not told', {}, 'warning', /See yourself on the server/],
  ] as const)('%s', async (_, rights, status, words) => {
    await using standIn = await standInFor(JSON.stringify({ denied: [], account: own, ...rights }));
    const { of } = await ask('serviceAccount', service('svcMIMService'), { powershell: standIn.powershell });
    expect(of('service-account-service-logon')).toMatchObject({ status });
    expect(of('service-account-service-logon').message).toMatch(words);
  });
});

test('the rights of this server are read once, for local logon and for logon as a service', async () => {
  await using standIn = await standInFor(JSON.stringify({ denied: [denied], services: [denied], account: denied }));
  const { of } = await ask('serviceAccount', service('svcMIMService'), { powershell: standIn.powershell });
  expect(of('service-account-local-logon')).toMatchObject({ status: 'passed' });
  expect(of('service-account-service-logon')).toMatchObject({ status: 'passed' });
  expect(await standIn.asked()).toBe(1);
});

describe('accounts that must differ', () => {
  test.each(['contoso\\svcMIMService', 'CONTOSO.COM\\SVCMIMSERVICE'])(
    'the management agent account %s, the service account, fails',
    async (account) => {
      const { of } = await ask('synchronizationServer', { ...service('svcMIMService'), ...agent(account) });
      expect(of('management-agent-account')).toMatchObject({
        status: 'failed',
        code: 'account-shared',
        field: 'managementAgentAccount',
      });
    },
  );

  test('an account of the same name in another domain is another account', async () => {
    const { of } = await ask('synchronizationServer', { ...service('svcMIMService'), ...agent('fabrikam\\svcMIMService') });
    expect(of('management-agent-account')).not.toMatchObject({ code: 'account-shared' });
  });

  test.each([
    ['registrationPortal', 'registration-portal-account'],
    ['resetPortal', 'reset-portal-account'],
  ] as const)('an application pool account of %s that is the management agent account fails', async (page, id) => {
    const { of } = await ask(page, { ...agent('contoso\\svcMIMMA'), ...portal(page, 'contoso\\svcMIMMA') });
    expect(of(id)).toMatchObject({ status: 'failed', code: 'account-shared', field: 'account' });
  });
});

describe('local logon', () => {
  test.each([
    [true, 'passed', undefined],
    [false, 'warning', 'local-logon-allowed'],
    [undefined, 'warning', 'local-logon-allowed'],
  ])('where it can’t be read, stated %s is %s', async (deniedLocalLogon, status, code) => {
    const { of } = await ask('serviceAccount', service('svcMIMService', { deniedLocalLogon }));
    expect(of('service-account-local-logon')).toMatchObject({ status, ...(code && { code }) });
  });

  test('where nothing is stated it says what to state', async () => {
    const { of } = await ask('serviceAccount', service('svcMIMService'));
    expect(of('service-account-local-logon').message).toContain('The account is denied local logon');
  });

  test('read on the server, an account that is denied it by name passes without a directory', async () => {
    await using standIn = await standInFor(JSON.stringify({ denied: ['S-1-5-32-546', denied], account: denied }));
    const { of } = await ask('serviceAccount', service('svcMIMService', { deniedLocalLogon: false }), {
      powershell: standIn.powershell,
    });
    expect(of('service-account-local-logon')).toMatchObject({ status: 'passed' });
  });

  test('read on the server, everybody denied it is the account denied it', async () => {
    await using standIn = await standInFor(JSON.stringify({ denied: ['S-1-1-0'], account: null }));
    const { of } = await ask('serviceAccount', service('svcMIMService'), { powershell: standIn.powershell });
    expect(of('service-account-local-logon')).toMatchObject({ status: 'passed' });
  });

  test('read on the server without the account’s groups, what is stated counts', async () => {
    await using standIn = await standInFor(JSON.stringify({ denied: ['S-1-5-32-546'], account: denied }));
    const { of } = await ask('serviceAccount', service('svcMIMService', { deniedLocalLogon: true }), {
      powershell: standIn.powershell,
    });
    expect(of('service-account-local-logon')).toMatchObject({ status: 'passed' });
  });

  test.each(['', 'secedit ended with 1.', '{}'])('a PowerShell that says %j leaves it to what is stated', async (said) => {
    await using standIn = await standInFor(said);
    const { of } = await ask('serviceAccount', service('svcMIMService'), { powershell: standIn.powershell });
    expect(of('service-account-local-logon')).toMatchObject({ status: 'warning', code: 'local-logon-allowed' });
  });

  test('a PowerShell that hangs fails as timed-out', async () => {
    await using standIn = await standInFor('', 'exec sleep 30');
    const { of } = await ask('serviceAccount', service('svcMIMService'), { powershell: standIn.powershell, timeout: 500 });
    expect(of('service-account-local-logon')).toMatchObject({ status: 'failed', code: 'timed-out' });
  });
});

test('a connection that has broken is not made again behind our back: that would be in plain text, and signed in as nobody', async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const transport = makeTransport(new AbortController().signal);
  const client = new Client({ url: `ldap://127.0.0.1:${port}`, ...transport.connectors });
  const ask = () => client.search('', { scope: 'base' });
  await expect(transport.whileItLasts(ask())).rejects.toThrow();
  await expect(ask()).rejects.toThrow('The connection broke off.');
  server.close();
});

test('a security identifier is written as Windows writes it', () => {
  expect(sidOf(Buffer.from('01020000000000052000000020020000', 'hex'))).toBe('S-1-5-32-544');
  expect(sidOf(Buffer.from('010500000000000515000000ad2cb2ae9f3eb92608ed3e3016c00500', 'hex'))).toBe(
    'S-1-5-21-2930912429-649674399-809430280-376854',
  );
});
