import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { argumentOf } from '../argumentOf.ts';
import type { Autostart, Found, Kind } from '../autostart.ts';
import { CannotAutostart } from '../cannotAutostart.ts';
import { readUnit, unitNames, unitText } from './unit.ts';

/** Where systemd is found. */
export interface SystemdSettings {
  /** The program `systemctl`, and the arguments before its verb. */
  readonly systemctl?: readonly string[];
  /** The folder of the administrator's units. */
  readonly folder?: string;
  /** A path that exists where the computer was started by systemd ("sd_booted"). */
  readonly booted?: string;
}

const run = promisify(execFile);

/** systemd, by system units: those of a user alone would not start before that user logs on. */
export function systemd({
  systemctl = ['systemctl'],
  folder = '/etc/systemd/system',
  booted = '/run/systemd/system',
}: SystemdSettings = {}): Autostart {
  const pathOf = (kind: Kind) => join(folder, unitNames[kind]);
  const call = async (args: readonly string[], signal: AbortSignal) => {
    const [program = '', ...before] = systemctl;
    return await run(program, [...before, ...args], { signal, timeout: patience });
  };

  return {
    async install(entry, signal) {
      const { kind, account, data } = entry;
      const { uid, gid } = await userNamed(account, signal);
      const path = pathOf(kind);
      await asRoot(async () => {
        await writeFile(path, unitText(entry), { mode: 0o644 });
        // Written over, it keeps the mode that it had.
        await chmod(path, 0o644);
        // The folders above it are open to all, or its account would not reach it.
        await mkdir(dirname(data), { recursive: true });
        if (await mkdir(data, { recursive: true, mode: 0o700 })) await chown(data, uid, gid);
        if (existsSync(booted)) await call(['daemon-reload'], signal);
        await call(['enable', unitNames[kind]], signal);
      });
      return [`It starts with this computer from now on. To start it now: systemctl start ${unitNames[kind]}`];
    },

    async find(kind, signal): Promise<Found | null> {
      const path = pathOf(kind);
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw new CannotAutostart(`The unit ${path} can't be read (${error.code}).`);
      });
      if (text === null) return null;
      const unit = readUnit(text);
      if (!unit)
        throw new CannotAutostart(
          `The unit ${path} does not say what it starts. Write it anew: mim-setup autostart install ${kind}.`,
        );
      const state = await call(['is-enabled', unitNames[kind]], signal).then(
        ({ stdout }) => stdout.trim(),
        // It ends with an error for every state but "enabled", which it still says.
        ({ stdout }: { readonly stdout?: string }) => stdout?.trim() ?? '',
      );
      return {
        where: `the unit ${unitNames[kind]}`,
        ...unit,
        obstacles: [
          ...(existsSync(booted) ? [] : ['This computer was not started by systemd, which would have to start it.']),
          ...(state === 'enabled'
            ? []
            : [`The unit is ${state || 'not known to systemd'}: systemctl enable ${unitNames[kind]}.`]),
          ...(await obstaclesOf(unit, signal)),
        ],
        remarks: [],
      };
    },

    async remove(kind, signal) {
      const path = pathOf(kind);
      if (!existsSync(path)) return false;
      await asRoot(async () => {
        await call(['disable', unitNames[kind]], signal);
        await rm(path, { force: true });
        if (existsSync(booted)) await call(['daemon-reload'], signal);
      });
      return true;
    },
  };
}

/** Milliseconds that systemd may take to answer. */
const patience = 60_000;

/** What keeps the program from running as its account: the program, the files that it is told of, the data folder. */
async function obstaclesOf({ account, command }: Pick<Found, 'account' | 'command'>, signal: AbortSignal): Promise<string[]> {
  const user = await userNamed(account, signal).catch((error: Error) => error.message);
  if (typeof user === 'string') return [user];
  const [data, log, token] = (['--data', '--log-file', '--token-file'] as const).map((option) => argumentOf(command, option));
  const isMadeByIt = (path: string) => path === data || path === log;
  const missing = command.filter((one) => one.startsWith('/') && !isMadeByIt(one) && !existsSync(one));
  const own = [data, log, token].filter((path) => path !== undefined && existsSync(path)) as string[];
  const foreign = await Promise.all(
    own.map(async (path) => {
      const { uid, mode } = await stat(path);
      const isOpen = uid === user.uid || user.uid === 0 || (path === token && (mode & 0o044) !== 0);
      return isOpen ? [] : [`${path} does not belong to ${account}, which it runs as: chown -R ${account} ${path}.`];
    }),
  );
  return [...missing.map((one) => `There is no ${one} any more.`), ...foreign.flat()];
}

async function userNamed(account: string, signal: AbortSignal): Promise<{ readonly uid: number; readonly gid: number }> {
  const found = await run('getent', ['passwd', account], { signal }).catch(() => null);
  const [name, , uid, gid] = found?.stdout.trim().split(':') ?? [];
  if (name === undefined || uid === undefined) throw new CannotAutostart(`There is no user ${account} on this computer.`);
  return { uid: Number(uid), gid: Number(gid) };
}

async function asRoot(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { readonly stderr?: string };
    if (code === 'EACCES' || code === 'EPERM')
      throw new CannotAutostart('Only root can change what starts with this computer. Give the same command with sudo.', {
        cause: error,
      });
    if (code === 'ENOENT')
      throw new CannotAutostart('There is no systemd on this computer. Have the command started by what starts programs here.', {
        cause: error,
      });
    if (stderr !== undefined) throw new CannotAutostart(`systemd refuses: ${stderr.trim()}`, { cause: error });
    throw error;
  }
}
