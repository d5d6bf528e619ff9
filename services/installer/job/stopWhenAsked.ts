import { type ChildProcess, execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobFolder } from './jobFolder.ts';
import type { Order } from './launcherOrder.ts';

/**
 * Stops the installer once the job's folder says so: first asks, as the cancel button would; then ends it, with what it has started.
 *
 * @param taskkill the path of that program, on Windows
 * @param signal aborts once the installer has ended
 */
export async function stopWhenAsked(
  installer: ChildProcess,
  folder: Pick<JobFolder, 'stop'>,
  { interval, grace }: Pick<Order, 'interval' | 'grace'>,
  taskkill: string,
  signal: AbortSignal,
): Promise<void> {
  while (!existsSync(folder.stop)) {
    await sleep(interval);
    if (signal.aborted) return;
  }
  stop(installer, 'ask', taskkill);
  for (const patience = Date.now() + grace; Date.now() < patience; ) {
    await sleep(Math.min(interval, grace));
    if (signal.aborted) return;
  }
  stop(installer, 'end', taskkill);
}

function stop(installer: ChildProcess, how: 'ask' | 'end', taskkill: string): void {
  if (process.platform !== 'win32') installer.kill(how === 'ask' ? 'SIGTERM' : 'SIGKILL');
  else if (installer.pid) {
    execFile(taskkill, ['/PID', String(installer.pid), '/T', ...(how === 'end' ? ['/F'] : [])], () => {
      if (how === 'end') installer.kill();
    });
  }
}
