import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';

/** A certification authority made for this run, and a certificate of it for this computer. */
export interface Certificates {
  readonly key: string;
  readonly cert: string;
  /** The authority, PEM. */
  readonly ca: string;
  /** The same as a file, for `NODE_EXTRA_CA_CERTS` of another process. */
  readonly caFile: string;
  remove(): Promise<void>;
}

/** From then on this process trusts the authority, beside those that it trusts anyway. There is one for a process. */
export async function makeCertificates(): Promise<Certificates> {
  made ??= make();
  const folder = await mkdtemp(join(tmpdir(), 'mim-setup-ca-'));
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, (await made).ca);
  return { ...(await made), caFile, remove: () => rm(folder, { recursive: true, force: true }) };
}

let made: ReturnType<typeof make> | undefined;

async function make(): Promise<Pick<Certificates, 'key' | 'cert' | 'ca'>> {
  // Two authorities of one name would be taken for each other.
  const authority = await generate([{ name: 'commonName', value: `mim-setup test authority ${randomUUID()}` }], {
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    algorithm: 'sha256',
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  setDefaultCACertificates([...getCACertificates('default'), authority.cert]);
  return { key: server.private, cert: server.cert, ca: authority.cert };
}
