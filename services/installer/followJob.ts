import { access } from 'node:fs/promises';
import type { Call } from '../../machines/ports/call.ts';
import type { InstallJob, InstallOutcome } from '../../machines/ports/installer.ts';
import type { DescribedJob } from './beginJob.ts';
import { installOutcome } from './installOutcome.ts';
import type { JobFolder } from './job/jobFolder.ts';
import { watchJob } from './job/watchJob.ts';
import { writeJson } from './jsonFile.ts';
import { listedProduct } from './listedProduct.ts';
import { LogFollower } from './log/logFollower.ts';
import { redactFile } from './log/redactFile.ts';
import { redactor } from './log/redactor.ts';
import { isSecretProperty, secretsAmong } from './secretProperties.ts';
import type { InstallerSettings } from './settings.ts';
import { reasonOf, type Trouble } from './trouble.ts';

/** A job that was begun, and who follows it. */
export interface Following {
  readonly folder: JobFolder;
  readonly described: DescribedJob;
  readonly properties: InstallJob['properties'];
  readonly signal: Call['signal'];
  readonly trouble: Trouble;
  /** Done each time before it is looked. */
  readonly beforeLook?: () => Promise<void>;
}

/** Follows a job to its end, and keeps what came of it. Null where its launcher is gone before it came to the installer. */
export async function followJob(following: Following, settings: InstallerSettings): Promise<InstallOutcome | null> {
  const { folder, described, properties, signal, trouble, beforeLook } = following;
  const { actions, hidden, productCode } = described;
  const isHidden = (name: string) => isSecretProperty(name, hidden);
  const redact = redactor({ secrets: secretsAmong(properties, hidden), isHidden });
  const follower = await trouble.untilDone(() => LogFollower.takeUp(folder.log, { redact, actions }));
  const watched = await watchJob(folder, follower, {
    interval: settings.pollInterval ?? 500,
    quiet: settings.quiet ?? 10_000,
    logPatience: settings.logPatience ?? 60_000,
    signal,
    progress: trouble.progress,
    trouble,
    ...(beforeLook && { beforeLook }),
  });
  if (watched === 'not run') return null;
  const { exit, unread } = watched;
  const { story } = follower;
  const outcome = installOutcome({
    exitCode: exit?.code ?? null,
    stopped: exit?.stopped ?? (await exists(folder.stop)),
    story,
    installed: await listedProduct(productCode ?? story.productCode, settings),
    error: exit?.error,
  });
  if (outcome.result === 'succeeded') {
    trouble.progress({ installer: { action: story.action ?? '', phase: 'Installed', percent: 100 } });
  }
  const clean = !(await exists(folder.log.original)) || (await redactFile(folder.log.original, redact));
  const remarks = [...(unread === undefined ? [] : [notRead(unread)]), ...(clean ? [] : [stillSecret(folder)])];
  const told = { ...outcome, message: [outcome.message, ...remarks].join(' ') };
  await trouble.untilDone(() => writeJson(folder.outcome, told));
  return told;
}

function notRead(unread: unknown): string {
  return `The installer's own log could not be read to its end: ${reasonOf(unread) ?? 'the log of this service has the details'}.`;
}

function stillSecret({ log }: JobFolder): string {
  return `The installer's own log could not be redacted, and may hold passwords: delete ${log.original}.`;
}

/** Whether there is such a file. */
export async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
