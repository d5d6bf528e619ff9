import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from '../client.ts';
import { compiledFolder } from '../compiled.ts';

/** The service as a process of its own, as users run it. */
export interface ServiceProcess extends AsyncDisposable {
  readonly pid: number;
  readonly url: string;
  readonly client: Client;
  /** What it has written so far, to standard output and to its log. */
  output(): string;
  /** SIGKILL: it can do nothing more. */
  kill(): Promise<void>;
  /** SIGTERM: it ends by itself. Tells its exit code; null where it had to be killed, for it had not ended `within` milliseconds. */
  stop(within?: number): Promise<number | null>;
}

interface Settings {
  readonly environment?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  /** Where the program is, if not here. */
  readonly program?: string;
  /** What runs it, if not this Node. */
  readonly node?: string;
}

/** How long a process may take to end by itself, milliseconds. */
const patience = 50_000;

/** Starts the service on a free port over a data folder, and waits until it says that it is ready. */
export async function startProcess(folder: string, settings: Settings = {}): Promise<ServiceProcess> {
  const { flags = [], environment, ...how } = settings;
  const { child, output } = launch(['--data', folder, '--port', '0', ...flags], environment, how);
  const exited = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', () => {
      const ready = /is ready at (\S+)\n/.exec(output());
      if (ready) resolve(ready[1]!);
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before it was ready: ${output()}`)));
  });
  const end = async (signal: NodeJS.Signals, within = patience) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), within);
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
    clearTimeout(timer);
    return child.exitCode;
  };
  return {
    pid: child.pid!,
    url,
    client: new Client(url),
    output,
    kill: async () => void (await end('SIGKILL')),
    stop: (within) => end('SIGTERM', within),
    [Symbol.asyncDispose]: async () => void (await end('SIGKILL')),
  };
}

/** Runs the service where it is expected not to start. Tells its exit code, and what it has written. */
export async function startInVain(
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(flags, environment);
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await once(child, 'close');
  clearTimeout(timer);
  return { code: child.exitCode, output: output() };
}

const root = fileURLToPath(new URL('../..', import.meta.url));

function launch(
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  how: Pick<Settings, 'program' | 'node'> = {},
) {
  const { program = root, node = process.execPath } = how;
  const child: ChildProcess = spawn(node, ['server/start.js', ...flags], {
    cwd: program,
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: compiledFolder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pieces: string[] = [];
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
  return { child, output: () => pieces.join('') };
}
