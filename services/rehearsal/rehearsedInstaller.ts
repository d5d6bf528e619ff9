import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Call } from '../../machines/ports/call.ts';
import type { InstallJob, InstallOutcome } from '../../machines/ports/installer.ts';
import { isSecretProperty } from '../installer/secretProperties.ts';
import { mask } from '../secrets/mask.ts';
import { actionsFor } from './installerActions.ts';
import { ended, RehearsedLog, started } from './rehearsedLog.ts';
import type { RehearsalSettings } from './settings.ts';

/**
 * Rehearses the installer, action by action, and fails where the settings say. Its log is its memory: a call that is made again
 * after a crash finds it, and goes on behind the last of what it had added; no action is done twice.
 */
export async function install(job: InstallJob, call: Call, settings: RehearsalSettings): Promise<InstallOutcome> {
  const folder = await folderOf(job, settings);
  const path = join(folder, 'log.txt');
  if (job.onlyIfBegun && !existsSync(path)) return neverBegun;
  const log = new RehearsedLog(path, call);
  await log.takeUp(opening(job));
  const actions = actionsFor(job.features);
  for (const [at, { name, phase, failure }] of actions.entries()) {
    call.progress({ installer: { action: name, phase, percent: Math.round((at / actions.length) * 100) } });
    if (log.has(ended(name))) continue;
    if (!log.has(started(name))) await log.add(`Action ${time()}: ${name}.`, started(name));
    await pause(settings.pace, undefined, { signal: call.signal });
    if (existsSync(join(folder, 'stop'))) return rollBack(log, 'cancelled', name, 'User cancelled installation.');
    if (name === settings.failAt && (settings.failures['installer'] ?? 0) < settings.times)
      return rollBack(log, 'failed', name, failure);
    await log.add(ended(name));
  }
  await log.end(
    0,
    'MSI (s) (C8:64): Product: Microsoft Identity Manager Service and Portal -- Installation completed successfully.',
  );
  call.progress({ installer: { action: 'InstallFinalize', phase: 'finishing', percent: 100 } });
  return {
    result: 'succeeded',
    exitCode: 0,
    restartNeeded: false,
    rolledBack: null,
    message: 'The rehearsed installer has succeeded. Nothing was installed.',
  };
}

const neverBegun: InstallOutcome = {
  result: 'cancelled',
  exitCode: null,
  restartNeeded: false,
  rolledBack: null,
  message: 'The rehearsed installer had not been run.',
};

/** Asks the rehearsed installer to stop after the action that it is at. */
export async function stopInstaller(
  job: Pick<InstallJob, 'installation' | 'attempt'>,
  settings: RehearsalSettings,
): Promise<void> {
  await writeFile(join(await folderOf(job, settings), 'stop'), '');
}

async function rollBack(
  log: RehearsedLog,
  result: 'failed' | 'cancelled',
  action: string,
  failure: string,
): Promise<InstallOutcome> {
  const exitCode = result === 'cancelled' ? 1602 : 1603;
  const lines = [failure, `Action ended ${time()}: ${action}. Return value ${result === 'cancelled' ? 2 : 3}.`];
  await log.end(exitCode, ...lines, `Action ${time()}: Rollback. Rolling back action:`, `Rollback: ${action}`);
  if (result === 'cancelled') {
    return {
      result,
      exitCode,
      restartNeeded: false,
      rolledBack: true,
      message: 'The installer was stopped, and has undone what it had done.',
    };
  }
  return {
    result,
    exitCode,
    restartNeeded: false,
    rolledBack: true,
    message: `The installer failed in the action ${action}, and has undone what it had done.`,
    failure: { action, ...(await log.causes(exitCode)), lines },
  };
}

function opening({ installation, attempt, features, properties, hidden = [] }: InstallJob): string[] {
  return [
    `=== Verbose logging started: ${new Date().toISOString()}  Build type: SHIP UNICODE 5.00.10011.00  Calling process: mim-setup (rehearsal)`,
    `MSI (c): Rehearsal of installation ${installation}, attempt ${attempt}. Nothing is changed on this host.`,
    `Property(C): ADDLOCAL = ${features.join(',')}`,
    ...Object.entries(properties)
      .filter(([name]) => name !== 'ADDLOCAL')
      .map(([name, value]) => `Property(C): ${name} = ${isSecretProperty(name, hidden) ? mask : value}`),
  ];
}

async function folderOf(
  { installation, attempt }: Pick<InstallJob, 'installation' | 'attempt'>,
  { jobsFolder }: RehearsalSettings,
): Promise<string> {
  const folder = join(jobsFolder, installation, String(attempt));
  await mkdir(folder, { recursive: true });
  return folder;
}

function time(): string {
  return new Date().toISOString().slice(11, 19);
}
