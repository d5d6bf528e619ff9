import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';

/** A key and its certificate, PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** What is wrong with a certificate. */
export type Flaw = 'selfSigned' | 'otherName' | 'expired' | 'unknownIssuer';

export interface Wish {
  readonly flaw?: Flaw;
  /** Names and addresses that it is issued to; this computer alone, left out. */
  readonly names?: readonly string[];
}

/** A certification authority, made for this run. */
export interface Authority {
  /** Its own certificate, PEM. */
  readonly cert: string;
  issue(wish?: Wish): Promise<Identity>;
}

/** One that nobody trusts who is not told to. */
export async function makeAuthority(): Promise<Authority> {
  const own = await makeIssuer();
  return {
    cert: own.cert,
    async issue({ flaw, names = ['localhost', '127.0.0.1'] } = {}) {
      const issuer = flaw === 'unknownIssuer' ? await makeIssuer() : own;
      const issuedTo = flaw === 'otherName' ? ['mail.fabrikam.com'] : names;
      const { private: key, cert } = await generate([{ name: 'commonName', value: issuedTo[0] }], {
        algorithm: 'sha256',
        keyType: 'ec',
        ...(flaw !== 'selfSigned' && { ca: issuer }),
        ...(flaw === 'expired' && { notBeforeDate: new Date('2020-01-01'), notAfterDate: new Date('2021-01-01') }),
        extensions: [
          { name: 'basicConstraints', cA: false },
          { name: 'extKeyUsage', serverAuth: true },
          {
            name: 'subjectAltName',
            altNames: issuedTo.map((name) => (isIP(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name })),
          },
        ],
      });
      return { key, cert };
    },
  };
}

/** The one that this process trusts from then on, beside those that it trusts anyway. */
export async function trustedAuthority(): Promise<Authority> {
  trusted ??= makeAuthority().then((authority) => {
    setDefaultCACertificates([...getCACertificates('default'), authority.cert]);
    return authority;
  });
  return trusted;
}

let trusted: Promise<Authority> | undefined;

async function makeIssuer(): Promise<Identity> {
  // Two authorities of one name would be taken for each other.
  const { private: key, cert } = await generate([{ name: 'commonName', value: `mim-setup test authority ${randomUUID()}` }], {
    algorithm: 'sha256',
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key, cert };
}
