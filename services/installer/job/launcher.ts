import { spawn } from 'node:child_process';
import { existsSync, ftruncateSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryLock } from '../../files/fileLock.ts';
import { writeJson } from '../jsonFile.ts';
import { takeTurn } from './hostTurn.ts';
import { type JobExit, type JobFolder, type JobProcess, jobFolder, readExit, readProcess } from './jobFolder.ts';
import { type Order, orderForm } from './launcherOrder.ts';
import { stopWhenAsked } from './stopWhenAsked.ts';

/**
 * A program of its own, so that the installer outlives the service: it runs the installer of one job, waits for its end, and
 * leaves what a service that comes later wants to know. Its arguments name the job's folder; the rest comes by standard input.
 */
async function main(jobsFolder: string, installation: string, attempt: number): Promise<void> {
  const order = orderForm.parse(JSON.parse(readFileSync(0, 'utf8')));
  emptyOrder();
  const folder = jobFolder(jobsFolder, { installation, attempt });
  const alive = tryLock(folder.alive, 5000);
  // Another launcher has this job.
  if (!alive) return;
  const end = async (exit: Omit<JobExit, 'at'>) => await writeJson(folder.exit, { ...exit, at: new Date().toISOString() });
  try {
    if (await wasRun(folder)) return;
    const exit = await runInTurn(folder, order).catch((error: unknown) => ({
      code: null,
      stopped: existsSync(folder.stop),
      error: error instanceof Error ? error.message : 'unknown',
    }));
    // Nobody else knows it: it is kept, however long that takes.
    await keepTrying(() => end(exit), order.interval);
  } finally {
    alive.release();
  }
}

/** Whether a launcher before this one has come as far as the installer: then it is not run again, whatever became of it. */
async function wasRun(folder: JobFolder): Promise<boolean> {
  const at = await readProcess(folder);
  return (at !== null && at.state !== 'waiting') || (await readExit(folder)) !== null;
}

/** Again and again, until it can be done or nobody wants it any more; throws what the last try threw. */
async function keepTrying(act: () => Promise<void>, interval: number, isWanted: () => boolean = () => true): Promise<void> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!isWanted()) throw error;
      await sleep(interval);
    }
  }
}

/** The file has no name any more; what it held should not stay open either. */
function emptyOrder(): void {
  try {
    ftruncateSync(0);
  } catch {
    // Handed over in another way, that leaves nothing behind.
  }
}

/** Runs the installer when no other runs on this host, and again where Windows Installer itself is found busy. */
async function runInTurn(folder: JobFolder, order: Order): Promise<Omit<JobExit, 'at'>> {
  const deadline = Date.now() + order.patience;
  for (let run = 1; ; run++) {
    const isWanted = () => Date.now() < deadline && !existsSync(folder.stop);
    await keepTrying(() => tell(folder, { state: 'waiting', run, pid: null, startedAt: null }), order.interval, isWanted);
    const turn = await takeTurn(order.hostLock ?? hostLock(), folder, order.interval, deadline);
    if (turn === 'stopped') return { code: null, stopped: true };
    if (turn === 'too late') return { code: alreadyRunning, stopped: false };
    const code = await runOnce(folder, order, run);
    turn.release();
    const stopped = existsSync(folder.stop);
    if (code !== alreadyRunning || Date.now() >= deadline) return { code, stopped };
    await rm(folder.log.original, { force: true, maxRetries: 5 }).catch(() => undefined);
    await sleep(order.interval);
  }
}

/** ERROR_INSTALL_ALREADY_RUNNING. */
const alreadyRunning = 1618;

async function runOnce(folder: JobFolder, order: Order, run: number): Promise<number | null> {
  await tell(folder, { state: 'starting', run, pid: null, startedAt: null });
  const [file, ...before] = order.program ?? [systemProgram('msiexec.exe')];
  const installer = spawn(file!, [...before, ...order.args], {
    windowsVerbatimArguments: true,
    windowsHide: true,
    stdio: 'ignore',
    env: withoutOurs(process.env),
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    installer.once('error', reject);
    installer.once('exit', (code) => resolve(code));
  });
  await Promise.race([ended, new Promise((resolve) => installer.once('spawn', resolve))]);
  const watching = new AbortController();
  const running: JobProcess = { state: 'running', run, pid: installer.pid ?? null, startedAt: Date.now() };
  // From here on nothing but its own end is the end of it.
  const told = keepTrying(
    () => tell(folder, running),
    order.interval,
    () => !watching.signal.aborted,
  ).catch(() => undefined);
  void stopWhenAsked(installer, folder, order, systemProgram('taskkill.exe'), watching.signal);
  try {
    return await ended;
  } finally {
    watching.abort();
    await told;
  }
}

async function tell(folder: JobFolder, state: JobProcess): Promise<void> {
  await writeJson(folder.process, state);
}

/** A program of Windows by its full path: one of that name in the working folder would be found first. */
function systemProgram(name: string): string {
  return win32.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', name);
}

function hostLock(): string {
  return process.platform === 'win32'
    ? win32.join(process.env['ProgramData'] ?? 'C:\\ProgramData', 'mim-setup', 'installer.lock')
    : join(tmpdir(), 'mim-setup-installer.lock');
}

/** What configures this service, its token and its key among it, is nothing to the installer. */
function withoutOurs(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.toUpperCase().startsWith('MIM_SETUP_')));
}

const [jobsFolder, installation, attempt] = process.argv.slice(2);
await main(jobsFolder!, installation!, Number(attempt));
