import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A process as it was noted when it was started. */
export interface NotedProcess {
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/**
 * Whether this very process still runs, and not another that has got its number since. Null where the host does not tell when
 * it was started.
 */
export async function processAlive({ pid, startedAt }: NotedProcess): Promise<boolean | null> {
  if (!exists(pid)) return false;
  const began = process.platform === 'win32' ? await startOnWindows(pid) : await startOnLinux(pid);
  return began === null ? null : Math.abs(began - startedAt) < tolerance;
}

/** Between the start of a process and its being noted; milliseconds. */
const tolerance = 60_000;

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const run = promisify(execFile);

/** What PowerShell is asked: when a process was started, in milliseconds since 1970. */
export function questionOfStart(pid: number): string {
  return `[DateTimeOffset]::new((Get-Process -Id ${pid}).StartTime).ToUnixTimeMilliseconds()`;
}

async function startOnWindows(pid: number): Promise<number | null> {
  const answer = await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', questionOfStart(pid)], {
    windowsHide: true,
    timeout: 20_000,
  }).catch(() => null);
  const [digits] = /\d{10,}/.exec(answer?.stdout ?? '') ?? [];
  return digits === undefined ? null : Number(digits);
}

/** proc(5): field 22 of stat, in hundredths of a second since the host was started. */
async function startOnLinux(pid: number): Promise<number | null> {
  const [stat, uptime] = await Promise.all(
    [`/proc/${pid}/stat`, '/proc/uptime'].map((path) => readFile(path, 'utf8').catch(() => null)),
  );
  if (!stat || !uptime) return null;
  const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  return Date.now() - (Number.parseFloat(uptime) - ticks / 100) * 1000;
}
