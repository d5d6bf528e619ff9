import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificates, judgeCertificate } from '../../services/certificates/judgeCertificate.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, startPowerShell } from '../peers/powershell/session.ts';
import type { WindowsWorld } from '../peers/powershell/windows.ts';
import { askUnder } from './ask.ts';

describe.skipIf(withoutPwsh)(`certificates.ps1, run by PowerShell (${pwshMissing ?? 'installed'})`, () => {
  let session: PowerShellSession;
  beforeAll(async () => {
    session = await startPowerShell();
  });
  afterAll(() => session?.[Symbol.asyncDispose]());

  const storeOf = async (world: WindowsWorld) =>
    (await askUnder(session, 'services/certificates/certificates.ps1', certificates, {}, world)).answer;

  it('tells of each certificate its names, its dates, and whether its key is there', async () => {
    const full = await generate([{ name: 'commonName', value: 'mim.contoso.com' }], {
      notBeforeDate: new Date('2026-01-01T00:00:00Z'),
      notAfterDate: new Date('2028-01-01T12:30:00Z'),
      extensions: [
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'portal.contoso.com' },
            { type: 2, value: 'xn--mnchen-3ya.contoso.com' },
          ],
        },
      ],
    });
    const attributes = [
      { name: 'commonName', value: 'Bare' },
      { name: 'organizationName', value: "Müller's “Söhne” <& Co>" },
    ];
    const bare = await generate(attributes, { extensions: [{ name: 'basicConstraints', cA: false }] });
    const store = await storeOf({
      certificates: [{ certificate: full.cert, key: full.private }, { certificate: bare.cert }],
    });
    const [first, second] = store.certificates;
    expect(first).toEqual({
      thumbprint: new X509Certificate(full.cert).fingerprint.replaceAll(':', ''),
      subject: 'CN=mim.contoso.com',
      names: ['mim.contoso.com', 'portal.contoso.com', 'münchen.contoso.com'],
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: '2028-01-01T12:30:00Z',
      hasPrivateKey: true,
    });
    expect(second).toMatchObject({ names: [], hasPrivateKey: false });
    expect(second?.subject).toContain("Müller's “Söhne” <& Co>");
    expect(store.computer).not.toBe('');

    const wanted = { subject: 'mim.contoso.com', reporting: false };
    expect(judgeCertificate(wanted, store, new Date('2027-01-01')).status).toBe('passed');
    expect(judgeCertificate(wanted, store, new Date('2029-01-01')).status).toBe('failed');
  });

  it('tells of one certificate as of many, and of none', async () => {
    const { cert } = await generate([{ name: 'commonName', value: 'one' }]);
    expect((await storeOf({ certificates: [{ certificate: cert }] })).certificates).toHaveLength(1);
    expect((await storeOf({ certificates: [] })).certificates).toEqual([]);
  });

  it('gives no answer, with PowerShell’s own words, where there is no such store', async () => {
    await expect(storeOf({})).rejects.toThrow("PowerShell gave no answer: Cannot find drive. A drive with the name 'Cert'");
  });
});
