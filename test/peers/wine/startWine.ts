import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Why Wine cannot be used here; null where it can. */
export const wineMissing: string | null =
  spawnSync('wine', ['--version']).status === 0 ? null : 'wine is not installed (apt-get install wine wine64)';

/** A Windows of its own, empty but for what Wine brings along. */
export interface Wine {
  /** Its drive C, as Linux sees it. */
  readonly drive: string;
  /** Starts a Windows program. Its streams go to files: Wine's servers inherit pipes, and would keep them open. */
  start(program: string, args: readonly string[]): Promise<Started>;
  /** Runs one to its end, within two minutes. Only the low 8 bits of the exit code arrive. */
  run(program: string, args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }>;
  /** The values of a registry key by name. */
  values(key: string): Promise<Record<string, string>>;
  /** Ends all that runs, as a host that goes down does. Whatever is started next finds it up again. */
  goDown(): void;
  stop(): Promise<void>;
}

export interface Started {
  /** Killing it ends the Windows process, as taskkill would. */
  readonly process: ChildProcess;
  output(): Promise<string>;
}

/** Makes a Windows; it takes some seconds and 700 MB. */
export async function startWine(): Promise<Wine> {
  const folder = await mkdtemp(join(tmpdir(), 'wine-'));
  const env = environment(join(folder, 'prefix'));
  const drive = join(folder, 'prefix', 'drive_c');
  let started = 0;
  const start = async (program: string, args: readonly string[]): Promise<Started> => {
    const path = join(folder, `output-${++started}`);
    const output = await open(path, 'w');
    const child = spawn('wine', [program, ...args], { cwd: folder, env, stdio: ['ignore', output.fd, output.fd] });
    await once(child, 'spawn');
    await output.close();
    return { process: child, output: () => readFile(path, 'utf8') };
  };
  const run = async (program: string, args: readonly string[]) => {
    const { process, output } = await start(program, args);
    const ended = once(process, 'exit', { signal: AbortSignal.timeout(patience) }) as Promise<[number | null]>;
    const [code] = await ended.catch(async () => {
      process.kill('SIGKILL');
      throw new Error(`${program} ${args.join(' ')} has not ended after ${patience / 1000} s. It said: ${await output()}`);
    });
    return { code, output: await output() };
  };
  const goDown = () => {
    spawnSync('wineserver', ['-k'], { env });
    spawnSync('wineserver', ['-w'], { env, timeout: 30_000 });
  };
  await run('wineboot', ['-i']);
  return {
    drive,
    start,
    run,
    async values(key) {
      const { code } = await run('regedit', ['/E', 'C:\\exported.reg', key.replace(/^HKLM\\/, 'HKEY_LOCAL_MACHINE\\')]);
      return code === 0 ? valuesOf(await readFile(join(drive, 'exported.reg'), 'utf16le').catch(() => '')) : {};
    },
    goDown,
    async stop() {
      goDown();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Milliseconds. */
const patience = 120_000;

function environment(prefix: string): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return {
    PATH,
    HOME,
    WINEPREFIX: prefix,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    LANG: 'C.UTF-8',
    // Debian's Wine keeps its server's folder there, and would leave it behind elsewhere.
    XDG_RUNTIME_DIR: dirname(prefix),
    TMPDIR: dirname(prefix),
    NODE_SKIP_PLATFORM_CHECK: '1',
  };
}

/** The text values of an export; of Windows' escapes in it, a backslash before a backslash or a quote. */
function valuesOf(exported: string): Record<string, string> {
  const lines = exported.matchAll(/^"([^"]+)"="((?:\\.|[^"\\])*)"\r?$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name!, value!.replace(/\\(.)/g, '$1')]));
}
