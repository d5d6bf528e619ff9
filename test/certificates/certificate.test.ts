import { describe, expect, it } from 'vitest';
import type { OpenedAnswers } from '../../machines/pages/screens.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import { certificateChecks } from '../../services/certificates/certificateChecks.ts';
import { certificates, judgeCertificate, type WantedCertificate } from '../../services/certificates/judgeCertificate.ts';
import { parse } from '../../services/powershell/powershell.ts';
import { standInFor } from '../host/standIn.ts';
import { heldInGerman } from '../language/heldInGerman.ts';
import { makeCall } from '../peers/web/call.ts';

/** As Windows PowerShell 5.1 writes it by `ConvertTo-Json -Compress`; names as the certificate provider gives them. */
const printed = `{"computer":"mim.contoso.com","certificates":[${[
  '{"subject":"CN=mim.contoso.com, OU=\\"Identity, Access\\", O=Contoso","names":["mim.contoso.com"],"thumbprint":"A1B2C3D4E5F60718293A4B5C6D7E8F9001122334","notBefore":"2026-01-01T00:00:00Z","notAfter":"2028-01-01T00:00:00Z","hasPrivateKey":true}',
  '{"subject":"CN=old.contoso.com","names":{"value":["old.contoso.com"],"Count":1},"thumbprint":"B1B2C3D4E5F60718293A4B5C6D7E8F9001122334","notBefore":"2019-01-01T00:00:00Z","notAfter":"2020-01-01T00:00:00Z","hasPrivateKey":true}',
  '{"subject":"CN=public.contoso.com","names":[],"thumbprint":"C1B2C3D4E5F60718293A4B5C6D7E8F9001122334","notBefore":"2026-01-01T00:00:00Z","notAfter":"2028-01-01T00:00:00Z","hasPrivateKey":false}',
  '{"subject":"CN=twice.contoso.com","names":[],"thumbprint":"D1B2C3D4E5F60718293A4B5C6D7E8F9001122334","notBefore":"2026-01-01T00:00:00Z","notAfter":"2028-01-01T00:00:00Z","hasPrivateKey":true}',
  '{"subject":"CN=twice.contoso.com","names":[],"thumbprint":"D2B2C3D4E5F60718293A4B5C6D7E8F9001122334","notBefore":"2026-01-01T00:00:00Z","notAfter":"2028-01-01T00:00:00Z","hasPrivateKey":true}',
  '{"subject":"CN=MIM","names":["mim.contoso.com"],"thumbprint":"E1B2C3D4E5F60718293A4B5C6D7E8F9001122334","notBefore":"2026-01-01T00:00:00Z","notAfter":"2028-01-01T00:00:00Z","hasPrivateKey":true}',
  '{"subject":"CN=soon.contoso.com","names":[],"thumbprint":"F1B2C3D4E5F60718293A4B5C6D7E8F9001122334","notBefore":"2026-01-01T00:00:00Z","notAfter":"2026-06-10T00:00:00Z","hasPrivateKey":true}',
  '{"subject":"CN=early.contoso.com","names":[],"thumbprint":"F2B2C3D4E5F60718293A4B5C6D7E8F9001122334","notBefore":"2027-01-01T00:00:00Z","notAfter":"2028-01-01T00:00:00Z","hasPrivateKey":true}',
].join(',')}]}`;

describe('The chosen certificate', () => {
  it.each(['mim.contoso.com', 'MIM.contoso.com', 'CN=mim.contoso.com', 'CN=mim.contoso.com, OU="Identity, Access", O=Contoso'])(
    'named as %s is found, valid and with its private key',
    (subject) => {
      expect(judge({ subject })).toMatchObject({ status: 'passed', detail: 'A1B2C3D4E5F60718293A4B5C6D7E8F9001122334' });
    },
  );

  it.each([
    ['that is not in the store', 'sts.contoso.com', /has no certificate with the subject sts\.contoso\.com\. It has: CN=mim/],
    ['that has expired', 'old.contoso.com', /expired on 2020-01-01/],
    ['that is not valid yet', 'early.contoso.com', /is not valid before 2027-01-01/],
    ['without its private key', 'public.contoso.com', /has no private key/],
  ])('%s is not valid', (_, subject, words) => {
    expect(judge({ subject })).toMatchObject({
      status: 'failed',
      code: 'certificate-unsuitable',
      field: 'subject',
      message: expect.stringMatching(words),
    });
  });

  it('of which there are two is told apart by its thumbprint', () => {
    expect(judge({ subject: 'twice.contoso.com' })).toMatchObject({ status: 'failed', field: 'thumbprint' });
    expect(judge({ subject: 'twice.contoso.com', thumbprint: 'd2b2c3d4e5f60718293a4b5c6d7e8f9001122334' })).toMatchObject({
      status: 'passed',
      detail: 'D2B2C3D4E5F60718293A4B5C6D7E8F9001122334',
    });
    expect(judge({ subject: 'twice.contoso.com', thumbprint: '0'.repeat(40) })).toMatchObject({
      status: 'failed',
      field: 'thumbprint',
    });
  });

  it('that expires within a month is a warning', () => {
    expect(judge({ subject: 'soon.contoso.com' })).toMatchObject({
      status: 'warning',
      message: expect.stringContaining('in 9 days, on 2026-06-10.'),
    });
    expect(judge({ subject: 'soon.contoso.com' }, '2026-06-08T12:00:00Z').message).toContain('in 1 day, on 2026-06-10.');
  });

  it('carries the host name in its subject where MIM Reporting is installed', () => {
    expect(judge({ subject: 'mim.contoso.com', reporting: true }).status).toBe('passed');
    expect(judge({ subject: 'MIM', reporting: true })).toMatchObject({ status: 'warning', code: 'certificate-unsuitable' });
    const other = { subject: 'twice.contoso.com', thumbprint: 'D1B2C3D4E5F60718293A4B5C6D7E8F9001122334', reporting: true };
    expect(judge(other)).toMatchObject({ status: 'failed', message: expect.stringContaining('mim.contoso.com') });
    expect(judge({ ...other, serviceAddress: 'twice.contoso.com' }).status).toBe('passed');
  });

  function judge(wanted: Partial<WantedCertificate>, now = '2026-06-01T00:00:00Z') {
    const finding = judgeCertificate({ subject: '', reporting: false, ...wanted }, parse(printed, certificates), new Date(now));
    heldInGerman([finding]);
    return finding;
  }
});

describe('The check of the certificate', () => {
  it('asks Windows PowerShell', async () => {
    const still = printed.replaceAll('2028-01-01', '2999-01-01');
    expect(await checkCertificate(still)).toMatchObject([{ id: 'certificate', page: 'certificate', status: 'passed' }]);
  });

  it.each([
    ['says nothing, as under Wine', ''],
    ['says something else', 'Access is denied.'],
    ['leaves something out', printed.replace('"hasPrivateKey":true', '"private":true')],
  ])('is a warning where PowerShell %s', async (_, text) => {
    expect(await checkCertificate(text)).toMatchObject([
      { status: 'warning', code: 'check-unavailable', message: expect.stringContaining('Cert:\\LocalMachine\\My') },
    ]);
  });

  it('is a warning where this host is not the Windows server', async () => {
    const { certificate } = certificateChecks({ timeout: 5_000 });
    expect(await certificate({ installation: 'one', answers }, makeCall())).toMatchObject([
      { status: 'warning', code: 'check-unavailable' },
    ]);
  });

  it('ends in time where PowerShell hangs', async () => {
    expect(await checkCertificate('', 'exec sleep 60', 300)).toMatchObject([{ status: 'failed', code: 'timed-out' }]);
  });

  it('is not made of a self-issued certificate', async () => {
    const { certificate } = certificateChecks({ timeout: 5_000 });
    expect(await certificate({ installation: 'one', answers: { certificate: { source: 'selfIssued' } } }, makeCall())).toEqual(
      [],
    );
  });

  const answers: OpenedAnswers = { certificate: { source: 'store', subject: 'mim.contoso.com' } };

  async function checkCertificate(text: string, after?: string, timeout = 10_000): Promise<readonly CheckResult[]> {
    await using standIn = await standInFor(text, after);
    const { certificate } = certificateChecks({ timeout, powershell: standIn.powershell });
    return await certificate({ installation: 'one', answers }, makeCall());
  }
});
