import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../machines/ports/checks.ts';
import { sharePointChecks } from '../../services/sharepoint/sharePointChecks.ts';
import { trustedAuthority } from '../peers/authority.ts';
import { makeCall } from '../peers/web/call.ts';
import { closedPort, hangs, startRawServer, talksNonsense } from '../peers/web/rawServer.ts';
import { sharePointAnswer, startSharePoint } from '../peers/web/sharePoint.ts';
import { type Answer, startWebServer } from '../peers/web/webServer.ts';

describe('The SharePoint site', () => {
  it('that answers, is SharePoint and asks for Windows authentication passes', async () => {
    await using server = await startSharePoint();
    expect((await checkSite(`http://127.0.0.1:${server.port}`)).map(({ id, status }) => [id, status])).toEqual([
      ['sharepoint-site', 'passed'],
      ['sharepoint-authentication', 'passed'],
    ]);
  });

  it('that asks for a sign-in has not proved that a site collection is there, and it is said how to see that', async () => {
    await using server = await startWebServer({ '/sites/nowhere': sharePointAnswer });
    const [site] = await checkSite(`http://127.0.0.1:${server.port}/sites/nowhere`);
    expect(site).toMatchObject({ status: 'passed' });
    expect(site?.message).toMatch(/before it tells whether a site collection is there.*Get-SPSite http:/);
  });

  it('is checked by TLS as well, and an expired certificate is named', async () => {
    const authority = await trustedAuthority();
    await using good = await startWebServer({ '/': sharePointAnswer }, await authority.issue());
    expect((await checkSite(`https://127.0.0.1:${good.port}/`)).map(({ status }) => status)).toEqual(['passed', 'passed']);
    await using expired = await startWebServer({ '/': sharePointAnswer }, await authority.issue({ flaw: 'expired' }));
    const [site, authentication] = await checkSite(`https://127.0.0.1:${expired.port}/`);
    expect(site).toMatchObject({
      status: 'failed',
      code: 'certificate-untrusted',
      message: expect.stringContaining('has expired'),
    });
    expect(authentication).toMatchObject({ status: 'skipped' });
  });

  it.each([
    ['is not SharePoint', { status: 401, headers: { 'WWW-Authenticate': 'NTLM' } }, /Nothing in the answer/],
    ['lets anybody in', without('WWW-Authenticate', 200), /lets in visitors/],
    [
      'asks for Basic Authentication alone',
      withHeader('WWW-Authenticate', 'Basic realm="NTLM"'),
      /asks for basic, and not for Windows/,
    ],
    [
      'sends to a page to sign in',
      { status: 302, headers: { ...sharePointAnswer.headers, Location: '/_login/default.aspx' } },
      /page of its own/,
    ],
  ] as const)('that %s is not valid', async (_, answer, words) => {
    await using server = await startSharePoint(answer as Answer);
    const [site, authentication] = await checkSite(`http://127.0.0.1:${server.port}/`);
    expect(site).toMatchObject({ status: 'passed' });
    expect(authentication).toMatchObject({ status: 'failed', code: 'site-unsuitable', field: 'url' });
    expect(authentication?.message).toMatch(words);
  });

  it.each([
    ['2010', '14.0.0.4762', 'failed'],
    ['2013', '15.0.0.4420', 'failed'],
    ['2019', '16.0.0.10337', 'passed'],
    ['Subscription Edition', '16.0.0.17928', 'warning'],
  ])('of SharePoint %s (%s) is %s', async (_, version, status) => {
    await using server = await startSharePoint(withHeader('MicrosoftSharePointTeamServices', version));
    expect((await checkSite(`http://127.0.0.1:${server.port}/`))[1]).toMatchObject({ status });
  });

  it.each([404, 503])('that answers with status %i fails', async (status) => {
    await using server = await startWebServer({ '/': { status } });
    const [site, authentication] = await checkSite(`http://127.0.0.1:${server.port}/`);
    expect(site).toMatchObject({ status: 'failed', code: 'site-unsuitable' });
    expect(authentication).toMatchObject({ status: 'skipped' });
  });

  it('that redirects in a circle fails', async () => {
    await using server = await startWebServer({ '/': { status: 302, headers: { Location: '/' } } });
    const [site] = await checkSite(`http://127.0.0.1:${server.port}/`);
    expect(site).toMatchObject({
      status: 'failed',
      code: 'site-unsuitable',
      message: expect.stringContaining('leads on and on'),
    });
  });

  it('on a port that browsers refuse fails, and the message says why', async () => {
    expect((await checkSite('http://127.0.0.1:6000/'))[0]).toMatchObject({
      status: 'failed',
      code: 'site-unsuitable',
      message: 'Browsers refuse to open port 6000. Choose another port.',
    });
  });
});

describe('What is no web site', () => {
  it('refuses connections, and the check says so', async () => {
    expect((await checkSite(`http://127.0.0.1:${await closedPort()}/`))[0]).toMatchObject({
      status: 'failed',
      code: 'host-unreachable',
    });
  });

  it('does not resolve, and the check says so', async () => {
    expect((await checkSite('http://mim.contoso.invalid/'))[0]).toMatchObject({ status: 'failed', code: 'host-unreachable' });
  });

  it('hangs, and the check ends in time, called timed out', async () => {
    await using server = await startRawServer(hangs);
    expect((await checkSite(`http://127.0.0.1:${server.port}/`, 200))[0]).toMatchObject({ status: 'failed', code: 'timed-out' });
  });

  it('talks nonsense, and the check says so', async () => {
    await using server = await startRawServer(talksNonsense);
    expect((await checkSite(`http://127.0.0.1:${server.port}/`))[0]).toMatchObject({ status: 'failed', code: 'site-unsuitable' });
  });
});

function withHeader(name: string, value: string): Answer {
  return { ...sharePointAnswer, headers: { ...sharePointAnswer.headers, [name]: value } };
}

function without(name: string, status: number): Answer {
  const { [name]: _, ...headers } = sharePointAnswer.headers!;
  return { status, headers };
}

function checkSite(url: string, timeout = 10_000): Promise<readonly CheckResult[]> {
  const { sharePointSite } = sharePointChecks({ timeout });
  return sharePointSite({ installation: 'one', answers: { sharePointSite: { url } } }, makeCall());
}
