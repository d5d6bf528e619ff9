import { access } from 'node:fs/promises';
import type { Call } from '../../machines/ports/call.ts';
import type { InstallJob, InstallOutcome } from '../../machines/ports/installer.ts';
import { beginJob } from './beginJob.ts';
import { installedProduct } from './installedProduct.ts';
import { installOutcome } from './installOutcome.ts';
import type { JobFolder } from './job/jobFolder.ts';
import { watchJob } from './job/watchJob.ts';
import { writeJson } from './jsonFile.ts';
import { LogFollower } from './log/logFollower.ts';
import { redactFile } from './log/redactFile.ts';
import { redactor } from './log/redactor.ts';
import { isSecretProperty } from './secretProperties.ts';
import type { InstallerSettings } from './settings.ts';

/** Finds the job or starts it, follows it to its end, and keeps what came of it. */
export async function runInstaller(
  folder: JobFolder,
  job: InstallJob,
  call: Call,
  settings: InstallerSettings,
): Promise<InstallOutcome> {
  for (;;) {
    const outcome = await runOnce(folder, job, call, settings);
    if (outcome) return outcome;
  }
}

/** Null where the job was found, but its launcher died before it came to the installer. */
async function runOnce(
  folder: JobFolder,
  job: InstallJob,
  call: Call,
  settings: InstallerSettings,
): Promise<InstallOutcome | null> {
  const { actions, hidden, productCode } = await beginJob(folder, job, call.signal, settings);
  const isHidden = (name: string) => isSecretProperty(name, hidden);
  const secrets = Object.entries(job.properties).flatMap(([name, value]) => (isHidden(name) ? [value] : []));
  const redact = redactor({ secrets, isHidden });
  const follower = await LogFollower.takeUp(folder.log, { redact, actions });
  const exit = await watchJob(folder, follower, {
    interval: settings.pollInterval ?? 500,
    quiet: settings.quiet ?? 10_000,
    signal: call.signal,
    progress: call.progress,
  });
  if (exit === 'not run') return null;
  const { story } = follower;
  const outcome = installOutcome({
    exitCode: exit?.code ?? null,
    stopped: exit?.stopped ?? (await exists(folder.stop)),
    story,
    installed: await installedProduct(productCode ?? story.productCode, settings.platform),
    error: exit?.error,
  });
  if (outcome.result === 'succeeded') {
    call.progress({ installer: { action: story.action ?? '', phase: 'Installed', percent: 100 } });
  }
  const clean = !(await exists(folder.log.original)) || (await redactFile(folder.log.original, redact));
  const told = clean ? outcome : { ...outcome, message: `${outcome.message} ${stillSecret(folder)}` };
  await writeJson(folder.outcome, told);
  return told;
}

function stillSecret({ log }: JobFolder): string {
  return `The installer's own log could not be redacted, and may hold passwords: delete ${log.original}.`;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
