import { describe, expect, it } from 'vitest';
import type { OpenedAnswers } from '../../machines/pages/screens.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import { networkChecks } from '../../services/network/networkChecks.ts';
import { standInFor } from '../host/standIn.ts';
import { makeCall } from '../peers/web/call.ts';

const site = { account: 'contoso\\mimpool', host: 'pwreg.contoso.com', port: 80, openPort: false } as const;
/** As Windows PowerShell 5.1 writes it: IIS listens by the system's own process, 4. */
const free =
  '{"bindings":[{"binding":"*:80:","protocol":"http","site":"SharePoint - 80"}],"listeners":[{"process":4,"name":"System"}]}';

describe.each([
  ['registrationPortal', 'registration-portal-address'],
  ['resetPortal', 'reset-portal-address'],
] as const)('The host name and port of %s', (page, id) => {
  it('that resolve and are free pass, also beside other sites on the same port', async () => {
    expect(await checkPortal(free)).toMatchObject({ id, page, status: 'passed' });
  });

  it.each([
    ['without IIS', '{"bindings":null,"listeners":{"value":[],"Count":0}}'],
    [
      'of an earlier installation',
      '{"bindings":[{"binding":"*:80:pwreg.contoso.com","protocol":"http","site":"MIM Password Registration Site"}],"listeners":[]}',
    ],
  ])('%s pass', async (_, printed) => {
    expect(await checkPortal(printed)).toMatchObject({ status: 'passed' });
  });

  it.each([
    ['another program', '{"bindings":null,"listeners":[{"process":4321,"name":"httpd"}]}', /program httpd \(process 4321\)/],
    [
      'another site of IIS',
      '{"bindings":[{"binding":"*:80:PWREG.contoso.com","protocol":"http","site":"Intranet \\u0027old\\u0027"}],"listeners":[{"process":4,"name":"System"}]}',
      /The site Intranet 'old' of IIS has pwreg\.contoso\.com/,
    ],
    [
      'another site of IIS by IPv6',
      '{"bindings":[{"binding":"[::1]:80:pwreg.contoso.com","protocol":"http","site":"Six"}],"listeners":[]}',
      /The site Six/,
    ],
  ])('that %s has are taken', async (_, printed, words) => {
    expect(await checkPortal(printed)).toMatchObject({
      status: 'failed',
      code: 'port-taken',
      field: 'port',
      message: expect.stringMatching(words),
    });
  });

  it('that another page has as well are taken', async () => {
    const other = page === 'resetPortal' ? 'registrationPortal' : 'resetPortal';
    expect(await checkPortal(free, { [other]: { ...site, host: 'PWREG.contoso.com' } })).toMatchObject({
      status: 'failed',
      code: 'port-taken',
    });
    expect(await checkPortal(free, { [other]: { ...site, port: 8080 } })).toMatchObject({ status: 'passed' });
    expect(await checkPortal(free, { sharePointSite: { url: 'http://pwreg.contoso.com/sites/mim' } })).toMatchObject({
      code: 'port-taken',
    });
    expect(await checkPortal(free, { sharePointSite: { url: 'https://pwreg.contoso.com' } })).toMatchObject({ status: 'passed' });
  });

  it.each([
    ['says nothing, as under Wine', ''],
    ['says something else', 'Get-NetTCPConnection : The term is not recognized'],
  ])('can’t be told where PowerShell %s, which is a warning that says how to look', async (_, printed) => {
    expect(await checkPortal(printed)).toMatchObject({
      status: 'warning',
      code: 'check-unavailable',
      message: expect.stringContaining('Get-WebBinding -Port 80'),
    });
  });

  it('can’t be told anywhere but on the server, which is a warning', async () => {
    const [check] = await networkChecks({ timeout: 5_000, resolve: async () => ['203.0.113.7'] })[page](about({}), makeCall());
    expect(check).toMatchObject({ status: 'warning', code: 'check-unavailable' });
  });

  it('whose name does not resolve fail', async () => {
    const [check] = await networkChecks({ timeout: 5_000 })[page](
      about({ [page]: { ...site, host: 'pw.contoso.invalid' } }),
      makeCall(),
    );
    expect(check).toMatchObject({ status: 'failed', code: 'host-unreachable' });
  });

  function about(answers: OpenedAnswers) {
    return { installation: 'one', answers: { [page]: site, ...answers } };
  }

  async function checkPortal(printed: string, answers: OpenedAnswers = {}): Promise<CheckResult | undefined> {
    await using standIn = await standInFor(printed);
    const network = networkChecks({ timeout: 10_000, powershell: standIn.powershell, resolve: async () => ['203.0.113.7'] });
    return (await network[page](about(answers), makeCall()))[0];
  }
});
