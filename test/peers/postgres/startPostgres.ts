import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { closedPort } from '../web/rawServer.ts';

const run = promisify(execFile);
const programs = binaries('/usr/lib/postgresql');

/** Why PostgreSQL can't run here, or null. */
export const postgresMissing = programs === undefined ? 'PostgreSQL is not installed (apt-get install postgresql-15)' : null;

/** A PostgreSQL server of a test's own, on 127.0.0.1 alone. Disposing of it ends it. */
export interface Postgres extends AsyncDisposable {
  readonly port: number;
  /** Makes a database, as a copy of another one that nobody is connected to where its URL is given, and tells the URL that it is reached by. */
  create(copyOf?: string): Promise<string>;
  /** Ends it as a crash would (`immediate`), or as an update of it does (`fast`). */
  stop(how: 'immediate' | 'fast'): Promise<void>;
  start(): Promise<void>;
  /** Halts all its processes (SIGSTOP) or lets them go on: it is there and answers nothing. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): Promise<void>;
  /** Does something as its administrator. */
  query(sql: string): Promise<pg.QueryResult>;
}

/** @param settings of the server: `fsync` is off unless durability is what is shown. */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<Postgres> {
  if (!programs) throw new Error(postgresMissing ?? '');
  const folder = await mkdtemp(join(settings['fsync'] === 'on' ? tmpdir() : await quickest(), 'mim-setup-postgres-'));
  const data = join(folder, 'data');
  const port = await closedPort();
  const password = randomBytes(12).toString('hex');
  const owner = await ordinaryUser();
  await writeFile(join(folder, 'password'), password);
  if (owner) {
    await chown(folder, owner.uid, owner.gid);
    await chown(join(folder, 'password'), owner.uid, owner.gid);
  }
  await chmod(folder, 0o700);
  const initdb = ['-D', data, '-U', 'admin', '-A', 'scram-sha-256', '--pwfile', join(folder, 'password'), '-N', '-E', 'UTF8'];
  await run(join(programs, 'initdb'), [...initdb, '--locale=C'], { ...owner, cwd: folder });

  const url = (database: string) => `postgres://admin:${password}@127.0.0.1:${port}/${database}`;
  const options = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    max_connections: '80',
    ...settings,
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const query = async (sql: string, database = 'postgres') => {
    const client = new pg.Client({ connectionString: url(database), connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  };

  let server: ChildProcess | undefined;
  let said = '';
  const start = async () => {
    const child = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
      ...owner,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
    });
    server = child;
    for (let tries = 0; ; tries++) {
      try {
        await query('select 1');
        return;
      } catch (error) {
        if (tries === 600 || child.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`, { cause: error });
      }
      await pause(50);
    }
  };
  const stop = async (how: 'immediate' | 'fast') => {
    const child = server;
    server = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(how === 'immediate' ? 'SIGQUIT' : 'SIGINT');
    await ended;
  };
  await start();
  let databases = 0;
  return {
    port,
    query,
    start,
    stop,
    async create(copyOf) {
      databases += 1;
      const template = copyOf === undefined ? 'template1' : new URL(copyOf).pathname.slice(1);
      await query(`create database own${databases} template ${template}`);
      return url(`own${databases}`);
    },
    async signal(signal) {
      const { stdout } = await run('pgrep', ['-P', String(server!.pid)]).catch(() => ({ stdout: '' }));
      for (const pid of [server!.pid!, ...stdout.split('\n').filter(Boolean).map(Number)]) process.kill(pid, signal);
    },
    async [Symbol.asyncDispose]() {
      await stop('immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Memory, where there is room: to make a database is to make hundreds of files. */
async function quickest(): Promise<string> {
  const memory = '/dev/shm';
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 4 * 2 ** 30 ? memory : tmpdir();
}

function binaries(root: string): string | undefined {
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin')).find((path) => existsSync(join(path, 'initdb')));
}

/** It refuses to run as root. */
async function ordinaryUser(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)));
  return { uid: uid!, gid: gid! };
}
