import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../../server/bundle/nodeFlags.ts';

/** A server that is measured, as a process of its own. */
export interface Measured extends AsyncDisposable {
  readonly url: string;
  /** Milliseconds from its start until it said that it was ready. */
  readonly startedIn: number;
  /** Processor time that it has taken so far, milliseconds (Linux). */
  cpu(): number;
  /** Memory that it holds, bytes (Linux). */
  memory(): number;
  kill(): Promise<void>;
}

const flags = ['--disable-warning=ExperimentalWarning', ...nodeFlags];

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts a program of the project and waits until it says where it is.
 *
 * @param flushDelay milliseconds that each of its flushes takes longer, as on a slower disk. It takes strace.
 */
export async function measured(
  program: string,
  args: readonly string[],
  {
    environment = {},
    flushDelay = 0,
  }: { readonly environment?: Readonly<Record<string, string>>; readonly flushDelay?: number } = {},
): Promise<Measured> {
  const since = performance.now();
  const [command = '', ...rest] = [
    ...(flushDelay > 0 ? slowFlushes(flushDelay) : []),
    process.execPath,
    ...flags,
    program,
    ...args,
  ];
  const child = spawn(command, rest, {
    cwd: root,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const ready = /is ready at (\S+)\n/.exec(said);
      if (ready) resolve(ready[1]!);
    });
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${said}`)));
  });
  const startedIn = performance.now() - since;
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return {
    url,
    startedIn,
    cpu: () => cpuOf(child.pid!),
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024,
    kill,
    [Symbol.asyncDispose]: kill,
  };
}

/** strace looks at flushes alone, and as a process apart: what it takes is not counted. */
function slowFlushes(delay: number): string[] {
  const flushes = 'fsync,fdatasync';
  const apart = ['-D', '-f', '--seccomp-bpf', '-qqq', '-o', '/dev/null'];
  return ['strace', ...apart, '-e', `trace=${flushes}`, '-e', `inject=${flushes}:delay_exit=${delay * 1000}`];
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: user and system time are the 14th and 15th field, in hundredths. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
