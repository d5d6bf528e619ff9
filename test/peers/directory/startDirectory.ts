import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Identity, makeAuthority } from '../authority.ts';
import { administrator, seed, seedTwins } from './seed.ts';
import { smbConf } from './smbConf.ts';

/** An Active Directory of `contoso.com`, with accounts of every kind (see `seed.ts`). */
export interface DirectoryPeer {
  readonly ldaps: string;
  readonly ldap: string;
  readonly host: string;
  /** The authority of its certificate, PEM, and that certificate. */
  readonly ca: string;
  readonly identity: Identity;
  /** Lets the process stand still, as if it hung, and go on. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

const run = promisify(execFile);

/** What is missing to run it, or null: Samba's tools, and root, since its ports can't be moved. */
export async function missingDirectory(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'Samba needs root for its ports';
  const tools = [
    ['samba', '--version'],
    ['samba-tool', '--version'],
    ['ldbmodify', '--version'],
  ] as const;
  const missing: string[] = [];
  for (const [tool, option] of tools) await run(tool, [option]).catch(() => missing.push(tool));
  return missing.length > 0 ? `not installed: ${missing.join(', ')}` : null;
}

/** Provisions, seeds and starts it in an empty folder: several seconds, about 50 MB. */
export async function startDirectory(folder: string, address = '127.0.0.1'): Promise<DirectoryPeer> {
  await free(address, 636);
  const authority = await makeAuthority();
  const identity = await authority.issue({ names: ['dc1.contoso.com', 'localhost', address] });
  await provision(folder, address);
  const [keyFile, certFile, caFile] = await Promise.all([
    file(folder, 'server.key', identity.key),
    file(folder, 'server.crt', identity.cert),
    file(folder, 'authority.crt', authority.cert),
  ]);
  const configuration = join(folder, 'etc', 'smb.conf');
  await writeFile(configuration, smbConf({ folder, address, keyFile, certFile, caFile }));
  await Promise.all(['run', 'ncalrpc', 'winbindd', 'ntp', 'cache'].map((name) => mkdir(join(folder, name), { recursive: true })));
  await lenient(folder, configuration);
  const samba = await start(folder, configuration);
  const peer = {
    ldaps: `ldaps://${address}:636`,
    ldap: `ldap://${address}:389`,
    host: address,
    ca: authority.cert,
    identity,
  };
  await listening(address, 636, samba);
  await seed(peer.ldaps, authority.cert);
  await seedTwins(folder);
  return {
    ...peer,
    pause: () => samba.kill('SIGSTOP'),
    resume: () => samba.kill('SIGCONT'),
    stop: () => stop(samba),
  };
}

/** Samba refuses a key that others may read. */
async function file(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text, { mode: 0o600 });
  return path;
}

async function provision(folder: string, address: string): Promise<void> {
  const domain = ['--realm=CONTOSO.COM', '--domain=CONTOSO', '--server-role=dc', '--dns-backend=NONE'];
  const host = [`--adminpass=${administrator.password}`, '--host-name=dc1', `--host-ip=${address}`, `--targetdir=${folder}`];
  const levels = ['--base-schema=2012_R2', '--function-level=2008_R2'];
  const here = [`--option=interfaces=${address}/8`, '--option=bind interfaces only=yes'];
  await run('samba-tool', ['domain', 'provision', ...domain, ...host, ...levels, ...here]);
}

/** Passwords never expire by age, or the test accounts would; three wrong ones lock an account. */
async function lenient(folder: string, configuration: string): Promise<void> {
  const at = [`--configfile=${configuration}`, '-H', join(folder, 'private', 'sam.ldb')];
  const policy = [
    '--max-pwd-age=0',
    '--account-lockout-threshold=3',
    '--account-lockout-duration=30',
    '--reset-account-lockout-after=30',
  ];
  await run('samba-tool', ['domain', 'passwordsettings', 'set', ...policy, ...at]);
}

async function start(folder: string, configuration: string): Promise<ChildProcess> {
  const log = await open(join(folder, 'samba.out'), 'w');
  const samba = spawn('samba', ['--interactive', '--model=single', `--configfile=${configuration}`], {
    stdio: ['pipe', log.fd, log.fd],
  });
  samba.once('exit', () => log.close());
  return samba;
}

/** The ports can't be moved, so a suite that runs beside another waits for its directory to end. */
async function free(host: string, port: number): Promise<void> {
  for (let attempt = 0; await answers(host, port); attempt++) {
    if (attempt > 100) throw new Error(`Something else listens at ${host}, port ${port}.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function listening(host: string, port: number, samba: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (samba.exitCode !== null) throw new Error(`Samba ended with ${samba.exitCode}.`);
    if (await answers(host, port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Samba does not listen.');
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function stop(samba: ChildProcess): Promise<void> {
  if (samba.exitCode !== null || samba.signalCode !== null) return;
  const ended = new Promise((resolve) => samba.once('exit', resolve));
  samba.kill('SIGCONT');
  samba.kill('SIGTERM');
  const patience = setTimeout(() => samba.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(patience);
}
