import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate, type SubjectAltNameEntry } from 'selfsigned';

/** A key and its certificate, PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** What is wrong with a certificate, or nothing. */
export type Flaw = 'selfSigned' | 'otherName' | 'expired' | 'unknownIssuer';

/** An authority made for this run, that this process trusts from then on. */
export interface Authority {
  /** A certificate for 127.0.0.1 and localhost, flawed as asked. */
  issue(flaw?: Flaw): Promise<Identity>;
}

export async function makeAuthority(): Promise<Authority> {
  const trusted = await makeIssuer('mim-setup test authority');
  const unknown = await makeIssuer('an authority that nobody knows');
  setDefaultCACertificates([...getCACertificates('default'), trusted.cert]);
  return {
    async issue(flaw) {
      const { private: key, cert } = await generate([{ name: 'commonName', value: 'server' }], {
        algorithm: 'sha256',
        keyType: 'ec',
        ...(flaw !== 'selfSigned' && { ca: flaw === 'unknownIssuer' ? unknown : trusted }),
        ...(flaw === 'expired' && { notBeforeDate: new Date('2020-01-01'), notAfterDate: new Date('2021-01-01') }),
        extensions: [
          { name: 'basicConstraints', cA: false },
          { name: 'extKeyUsage', serverAuth: true },
          { name: 'subjectAltName', altNames: flaw === 'otherName' ? elsewhere : here },
        ],
      });
      return { key, cert };
    },
  };
}

const here: SubjectAltNameEntry[] = [
  { type: 2, value: 'localhost' },
  { type: 7, ip: '127.0.0.1' },
];
const elsewhere: SubjectAltNameEntry[] = [{ type: 2, value: 'mail.fabrikam.com' }];

async function makeIssuer(name: string): Promise<Identity> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    algorithm: 'sha256',
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key, cert };
}
