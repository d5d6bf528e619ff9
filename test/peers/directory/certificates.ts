import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A certificate and its key, PEM, and where they lie. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly certFile: string;
  readonly keyFile: string;
}

export interface Authority extends Certificate {
  /** Issues a server certificate for these names and addresses. */
  issue(name: string, alternatives: string): Promise<Certificate>;
}

const run = promisify(execFile);

/** Makes a certificate authority in the folder by openssl. It is good for two days: nothing of it outlives the tests. */
export async function makeAuthority(folder: string, name = 'Contoso Test CA'): Promise<Authority> {
  const file = filesFor(folder, name);
  await openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    `/CN=${name}`,
    '-keyout',
    file.key,
    '-out',
    file.cert,
  );
  return { ...(await read(file)), issue: (subject, alternatives) => issue(folder, file, subject, alternatives) };
}

async function issue(folder: string, authority: Files, name: string, alternatives: string): Promise<Certificate> {
  const file = filesFor(folder, name);
  const request = `${file.cert}.request`;
  const extensions = `${file.cert}.extensions`;
  await writeFile(extensions, `subjectAltName=${alternatives}\nextendedKeyUsage=serverAuth\n`);
  await openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`, '-keyout', file.key, '-out', request);
  const signing = ['-CA', authority.cert, '-CAkey', authority.key, '-CAcreateserial', '-days', '2', '-extfile', extensions];
  await openssl('x509', '-req', '-in', request, ...signing, '-out', file.cert);
  return read(file);
}

interface Files {
  readonly cert: string;
  readonly key: string;
}

function filesFor(folder: string, name: string): Files {
  const base = join(folder, name.replaceAll(/[^\w.-]/g, '_'));
  return { cert: `${base}.crt`, key: `${base}.key` };
}

async function read(file: Files): Promise<Certificate> {
  const [cert, key] = await Promise.all([readFile(file.cert, 'utf8'), readFile(file.key, 'utf8')]);
  return { cert, key, certFile: file.cert, keyFile: file.key };
}

async function openssl(...args: string[]): Promise<void> {
  await run('openssl', args);
}
