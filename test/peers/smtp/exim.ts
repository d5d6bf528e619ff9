import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Identity } from '../authority.ts';
import { closedPort } from '../web/rawServer.ts';

const program = '/usr/sbin/exim4';

/** Why exim can't run here, or null. It starts as a daemon for root alone, and serves each connection as a user of its own. */
export const eximMissing = !existsSync(program)
  ? 'exim4 is not installed (apt-get install exim4-daemon-heavy)'
  : process.getuid?.() !== 0
    ? 'exim4 starts as a daemon for root alone'
    : null;

/** The mail server exim on 127.0.0.1, with one port for each way of being set up. Disposing of it ends it. */
export interface Exim extends AsyncDisposable {
  readonly ports: {
    /** STARTTLS, and NTLM before and after it. */
    readonly integrated: number;
    /** STARTTLS, and no sign-in before it. */
    readonly afterTls: number;
    /** STARTTLS, and user name with password alone. */
    readonly passwords: number;
    /** Neither STARTTLS nor any sign-in. */
    readonly plain: number;
  };
}

export async function startExim({ key, cert }: Identity): Promise<Exim> {
  if (eximMissing) throw new Error(eximMissing);
  const folder = await mkdtemp(join(tmpdir(), 'mim-setup-exim-'));
  const ports = {
    integrated: await closedPort(),
    afterTls: await closedPort(),
    passwords: await closedPort(),
    plain: await closedPort(),
  };
  // Exim serves each connection as a user of its own, who writes there.
  await chmod(folder, 0o777);
  await mkdir(join(folder, 'spool'));
  await chmod(join(folder, 'spool'), 0o777);
  await writeFile(join(folder, 'server.crt'), cert);
  await writeFile(join(folder, 'server.key'), key, { mode: 0o644 });
  await writeFile(join(folder, 'exim.conf'), configuration(folder, ports));

  const said: Buffer[] = [];
  const child = spawn(program, ['-C', join(folder, 'exim.conf'), '-bdf'], { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !(await answers(ports.plain)); tries += 1) {
    if (tries === 100 || child.exitCode !== null) {
      await stop();
      throw new Error(`exim did not start: ${Buffer.concat(said).toString('utf8')}`);
    }
    await pause(50);
  }
  return { ports, [Symbol.asyncDispose]: stop };
}

function configuration(folder: string, { integrated, afterTls, passwords, plain }: Exim['ports']): string {
  return `
primary_hostname = smtp.contoso.com
local_interfaces = <; ${[integrated, afterTls, passwords, plain].map((port) => `127.0.0.1.${port}`).join(' ; ')}
spool_directory = ${folder}/spool
log_file_path = ${folder}/%slog
pid_file_path = ${folder}/exim.pid
tls_certificate = ${folder}/server.crt
tls_privatekey = ${folder}/server.key
tls_advertise_hosts = \${if eq{$received_port}{${plain}}{}{*}}
auth_advertise_hosts = \${if or{{eq{$received_port}{${plain}}}{and{{eq{$received_port}{${afterTls}}}{eq{$tls_in_cipher}{}}}}}{}{*}}
acl_smtp_rcpt = deny
host_lookup =
rfc1413_query_timeout = 0s
keep_environment =

begin authenticators
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = <| Username: | Password:
  server_condition = false
ntlm:
  driver = spa
  public_name = NTLM
  server_password = fail
  server_advertise_condition = \${if eq{$received_port}{${passwords}}{no}{yes}}
`;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
      .once('data', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => resolve(false));
  });
}
