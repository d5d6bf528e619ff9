import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Identity } from '../authority.ts';

const run = promisify(execFile);

/** What an old server has that Node's own TLS would not serve. */
export interface OldTls extends Identity {
  /** What OpenSSL's server is told beside its certificate: `-tls1_1`, say. */
  readonly options?: readonly string[];
  /** Hangs up on whoever does not offer to take a signature by SHA-1, as Windows does with such a certificate. */
  readonly onlySha1?: boolean;
}

/** What is missing of it, or null: then the tests that need it say so. */
export async function missingOpenSsl(): Promise<string | null> {
  return run('openssl', ['version']).then(
    () => null,
    () => 'not installed: openssl',
  );
}

/** A key of so many bits and its certificate for localhost, signed with this digest, by itself or by an authority. */
export async function oldIdentity(bits: number, digest: 'sha1' | 'sha256', by: 'itself' | 'authority'): Promise<OldIdentity> {
  const folder = await mkdtemp(join(tmpdir(), 'old-tls-'));
  const at = (name: string) => join(folder, name);
  const read = (name: string) => readFile(at(name), 'utf8');
  try {
    await writeFile(at('names'), 'subjectAltName=DNS:localhost');
    const own = ['req', '-x509', '-nodes', '-days', '30', '-subj', '/CN=mim-setup old authority'];
    await run('openssl', [...own, '-newkey', 'rsa:2048', '-keyout', at('ca.key'), '-out', at('ca.pem')]);
    const asked = ['req', '-nodes', '-subj', '/CN=localhost', '-newkey', `rsa:${bits}`, '-keyout', at('key.pem')];
    await run('openssl', [...asked, '-out', at('request.pem')]);
    const signer = by === 'itself' ? ['-signkey', at('key.pem')] : ['-CA', at('ca.pem'), '-CAkey', at('ca.key')];
    const signed = ['x509', '-req', '-days', '30', `-${digest}`, '-extfile', at('names'), '-in', at('request.pem')];
    await run('openssl', [...signed, ...signer, '-out', at('cert.pem')]);
    return { key: await read('key.pem'), cert: await read('cert.pem'), ca: await read('ca.pem') };
  } finally {
    await rm(folder, { recursive: true });
  }
}

export interface OldIdentity extends Identity {
  /** The certificate of the authority that has signed it, where one has. */
  readonly ca: string;
}

/** What a server has of an encrypted connection: where the encrypted bytes go in and come out, and the plain ones. */
export interface Encrypter {
  readonly wire: Socket;
  readonly plain: { readonly out: NodeJS.ReadableStream; readonly in: NodeJS.WritableStream };
  close(): void;
}

/** One TLS server for one connection, by OpenSSL's `s_server`, which serves what Node refuses to serve. */
export async function encryptByOpenSsl({ key, cert, options = ['-no_tls1_3'] }: OldTls): Promise<Encrypter> {
  const folder = await mkdtemp(join(tmpdir(), 'old-tls-'));
  const files = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem'), socket: join(folder, 'tls') };
  await Promise.all([writeFile(files.key, key, { mode: 0o600 }), writeFile(files.cert, cert)]);
  const identity = ['-key', files.key, '-cert', files.cert, '-cipher', 'ALL@SECLEVEL=0'];
  const server = spawn('openssl', ['s_server', '-unix', files.socket, '-naccept', '1', '-quiet', ...identity, ...options], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  server.stdin.on('error', () => {});
  const ended = once(server, 'exit');
  const wire = await connectWhenItListens(files.socket, () => server.exitCode !== null);
  return {
    wire,
    plain: { out: server.stdout, in: server.stdin },
    close() {
      wire.destroy();
      server.kill();
      void ended.then(() => rm(folder, { recursive: true, force: true }));
    },
  };
}

/** Whether a ClientHello offers RSA signatures by SHA-1 (RFC 5246, 7.4.1.4.1: hash 2, signature 1). */
export function offersSha1(clientHello: Buffer): boolean {
  const signatureAlgorithms = 13;
  let at = 5 + 4 + 2 + 32;
  at += 1 + clientHello.readUInt8(at);
  at += 2 + clientHello.readUInt16BE(at);
  at += 1 + clientHello.readUInt8(at);
  const end = at + 2 + clientHello.readUInt16BE(at);
  for (at += 2; at < end; at += 4 + clientHello.readUInt16BE(at + 2)) {
    if (clientHello.readUInt16BE(at) !== signatureAlgorithms) continue;
    const offered = clientHello.subarray(at + 6, at + 6 + clientHello.readUInt16BE(at + 4));
    return Array.from({ length: offered.length / 2 }, (_, index) => offered.readUInt16BE(index * 2)).includes(0x0201);
  }
  return false;
}

async function connectWhenItListens(path: string, isOver: () => boolean): Promise<Socket> {
  for (;;) {
    const socket = connect(path);
    const connected = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    if (connected) return socket.on('error', () => {});
    if (isOver()) throw new Error('openssl s_server has ended before it listened.');
    await pause(10);
  }
}
