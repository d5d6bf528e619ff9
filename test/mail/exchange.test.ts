import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenedAnswers } from '../../machines/pages/screens.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import { mailChecks } from '../../services/mail/mailChecks.ts';
import type { MailSettings } from '../../services/mail/settings.ts';
import { type Authority, trustedAuthority } from '../peers/authority.ts';
import { makeCall } from '../peers/web/call.ts';
import { startExchange } from '../peers/web/exchange.ts';
import { closedPort, hangs, startRawServer, talksNonsense } from '../peers/web/rawServer.ts';
import { startWebServer } from '../peers/web/webServer.ts';

let authority: Authority;
beforeAll(async () => {
  authority = await trustedAuthority();
});

describe('Exchange', () => {
  it.each([[['Negotiate', 'NTLM', 'Basic realm="mail, all"']], [['NTLM']], [['Negotiate']]])(
    'that answers at its EWS address and offers %s passes every check',
    async (schemes) => {
      await using exchange = await startExchange(await authority.issue(), schemes);
      const checks = await checkExchange(exchange.port);
      expect(checks.map(({ id, status }) => [id, status])).toEqual([
        ['mail-reachable', 'passed'],
        ['mail-authentication', 'passed'],
        ['mail-encryption', 'passed'],
      ]);
      expect(exchange.log).toEqual(['GET /EWS/Exchange.asmx']);
    },
  );

  it('that offers Basic Authentication alone is not valid', async () => {
    await using exchange = await startExchange(await authority.issue(), ['Basic realm="NTLM, Negotiate"']);
    const check = of(await checkExchange(exchange.port), 'mail-authentication');
    expect(check).toMatchObject({ status: 'failed', code: 'mail-unsuitable' });
    expect(check.message).toContain('It offers basic.');
  });

  it('that lets anybody in does not offer Windows authentication', async () => {
    await using server = await startWebServer({ '/EWS/Exchange.asmx': { status: 200 } }, await authority.issue());
    expect(of(await checkExchange(server.port), 'mail-authentication')).toMatchObject({
      status: 'failed',
      code: 'mail-unsuitable',
    });
  });

  it.each([404, 503])('is not what answers with status %i', async (status) => {
    await using server = await startWebServer({ '/EWS/Exchange.asmx': { status } }, await authority.issue());
    const checks = await checkExchange(server.port);
    expect(of(checks, 'mail-reachable')).toMatchObject({ status: 'failed', code: 'mail-unsuitable' });
    expect(of(checks, 'mail-authentication')).toMatchObject({ status: 'skipped' });
  });

  it.each([
    ['selfSigned', /self-signed/],
    ['otherName', /issued to another name/],
    ['expired', /has expired/],
    ['unknownIssuer', /authority that this host does not know/],
  ] as const)('with a certificate that is %s fails at encryption, named clearly', async (flaw, words) => {
    await using exchange = await startExchange(await authority.issue({ flaw }), ['NTLM']);
    const checks = await checkExchange(exchange.port);
    expect(of(checks, 'mail-reachable').status).toBe('passed');
    expect(of(checks, 'mail-encryption')).toMatchObject({ status: 'failed', code: 'certificate-untrusted' });
    expect(of(checks, 'mail-encryption').message).toMatch(words);
    expect(of(checks, 'mail-authentication')).toMatchObject({ status: 'skipped' });
  });
});

describe('what is no Exchange server', () => {
  it('refuses connections, and the check says so', async () => {
    const check = of(await checkExchange(await closedPort()), 'mail-reachable');
    expect(check).toMatchObject({ status: 'failed', code: 'host-unreachable' });
    expect(check.message).toMatch(/refuses connections/);
  });

  it('does not resolve, and the check says so', async () => {
    const check = of(await checkExchange(443, { host: 'mail.contoso.invalid' }), 'mail-reachable');
    expect(check).toMatchObject({ status: 'failed', code: 'host-unreachable' });
    expect(check.message).toMatch(/does not resolve/);
  });

  it('hangs, and the check ends in time, called timed out', async () => {
    await using server = await startRawServer(hangs);
    expect(of(await checkExchange(server.port, {}, { timeout: 200 }), 'mail-reachable')).toMatchObject({ code: 'timed-out' });
  });

  it('talks nonsense in place of TLS, and the check says so', async () => {
    await using server = await startRawServer(talksNonsense);
    const check = of(await checkExchange(server.port), 'mail-reachable');
    expect(check).toMatchObject({ status: 'failed', code: 'mail-unsuitable' });
    expect(check.message).toMatch(/does not speak TLS/);
  });

  it('speaks HTTP without TLS, and the check says so', async () => {
    await using server = await startWebServer({ '/EWS/Exchange.asmx': { status: 401 } });
    expect(of(await checkExchange(server.port), 'mail-reachable')).toMatchObject({ status: 'failed', code: 'mail-unsuitable' });
  });

  it('is not waited for once the check is called off', async () => {
    await using server = await startRawServer(hangs);
    const off = new AbortController();
    const { mailServer } = mailChecks({ timeout: 10_000, exchangePort: server.port });
    const checking = mailServer({ installation: 'one', answers: { mailServer: exchangeAt('127.0.0.1') } }, makeCall(off.signal));
    off.abort(new Error('called off'));
    await expect(checking).rejects.toThrow('called off');
  });
});

describe('Office 365', () => {
  const clouds = [
    ['office365', undefined, 'global', 'outlook.office365.com'],
    ['office365China', undefined, 'china', 'partner.outlook.cn'],
    ['office365Government', 'gccHigh', 'global', 'outlook.office365.us'],
    ['office365Government', undefined, 'governmentDod', 'outlook-dod.office365.us'],
  ] as const;

  it.each(clouds)('%s (%s, tenant in %s) is asked at %s', async (type, governmentCloud, cloud, host) => {
    await using exchange = await startExchange(await authority.issue(), ['Basic realm=""']);
    const { mailServer } = mailChecks({ timeout: 10_000, hosts: { [host]: `127.0.0.1:${exchange.port}` } });
    const answers: OpenedAnswers = {
      cloud: { cloud },
      mailServer: {
        type,
        authentication: 'applicationContext',
        managedServiceAccount: false,
        ...(governmentCloud && { governmentCloud }),
      },
    };
    const checks = await mailServer({ installation: 'one', answers }, makeCall());
    expect(checks.map(({ id, status }) => [id, status])).toEqual([
      ['mail-reachable', 'passed'],
      ['mail-encryption', 'passed'],
    ]);
    expect(exchange.log).toEqual(['GET /EWS/Exchange.asmx']);
  });

  it.each([
    ['warned of, where it is offered still', ['Basic realm=""'], 'warning'],
    [
      'refused, where it is not offered',
      ['Bearer client_id="00000002-0000-0ff1-ce00-000000000000", token_types="app_asserted Basic"'],
      'failed',
    ],
  ] as const)('with Basic Authentication is %s', async (_, schemes, status) => {
    await using exchange = await startExchange(await authority.issue(), schemes);
    const { mailServer } = mailChecks({ timeout: 10_000, hosts: { 'outlook.office365.com': `127.0.0.1:${exchange.port}` } });
    const answers: OpenedAnswers = { mailServer: { type: 'office365', authentication: 'basic', managedServiceAccount: false } };
    const checks = await mailServer({ installation: 'one', answers }, makeCall());
    expect(of(checks, 'mail-authentication')).toMatchObject({ status, code: 'mail-unsuitable' });
  });
});

describe('without a mail server', () => {
  it('there is nothing to check', async () => {
    const { mailServer } = mailChecks({ timeout: 10_000 });
    const answers: OpenedAnswers = { mailServer: { type: 'none', managedServiceAccount: false } };
    expect(await mailServer({ installation: 'one', answers }, makeCall())).toEqual([]);
    expect(await mailServer({ installation: 'one', answers: {} }, makeCall())).toEqual([]);
  });
});

function checkExchange(
  exchangePort: number,
  { host = '127.0.0.1' }: { host?: string } = {},
  settings: Partial<MailSettings> = {},
): Promise<readonly CheckResult[]> {
  const { mailServer } = mailChecks({ timeout: 10_000, exchangePort, ...settings });
  return mailServer({ installation: 'one', answers: { mailServer: exchangeAt(host) } }, makeCall());
}

function exchangeAt(host: string) {
  return { type: 'exchange', host, authentication: 'integratedWindows', managedServiceAccount: false } as const;
}

function of(checks: readonly CheckResult[], id: string): CheckResult {
  return checks.find((check) => check.id === id)!;
}
