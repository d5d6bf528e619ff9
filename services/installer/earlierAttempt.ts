import { copyFile, mkdir } from 'node:fs/promises';
import type { InstallJob, InstallOutcome } from '../../machines/ports/installer.ts';
import { type DescribedJob, findJob } from './beginJob.ts';
import { exists, type Following, followJob } from './followJob.ts';
import { engineAtWork } from './job/engineAtWork.ts';
import { type JobFolder, jobFolder } from './job/jobFolder.ts';
import { writeJson, writeWhole } from './jsonFile.ts';
import { listedProduct } from './listedProduct.ts';
import { readOutcome } from './readOutcome.ts';
import type { InstallerSettings } from './settings.ts';

/**
 * What became of the attempt before, which is looked at before another one is started: one that still runs is followed to its end
 * first. Where it has installed the product, that is the outcome of this attempt too, and nothing is to be started. Null where this
 * attempt is to be run.
 */
export async function earlierAttempt(
  folder: JobFolder,
  job: InstallJob,
  { signal, trouble }: Pick<Following, 'signal' | 'trouble'>,
  settings: InstallerSettings,
): Promise<InstallOutcome | null> {
  const earlier = await lastBegun(job, settings);
  if (!earlier) return null;
  const { described, attempt } = earlier;
  const beforeLook = async () => {
    if ((await exists(folder.stop)) && !(await exists(earlier.folder.stop))) await writeWhole(earlier.folder.stop, '');
  };
  const outcome =
    (await readOutcome(earlier.folder)) ??
    (await followJob({ folder: earlier.folder, described, properties: job.properties, signal, trouble, beforeLook }, settings));
  if (!outcome || !(await hasInstalled(outcome, described, settings))) return null;
  await mkdir(folder.path, { recursive: true, mode: 0o700 });
  if (await exists(earlier.folder.log.shown)) await copyFile(earlier.folder.log.shown, folder.log.shown);
  const told: InstallOutcome = {
    result: 'succeeded',
    exitCode: outcome.exitCode,
    restartNeeded: outcome.restartNeeded,
    rolledBack: null,
    message: `Attempt ${attempt} has installed the product after all; the installer was not run again.${outcome.restartNeeded ? ' Restart the server to complete it.' : ''}`,
  };
  await writeJson(folder.outcome, told);
  return told;
}

/** The last attempt before this one that was begun on this host. */
async function lastBegun({ installation, attempt }: InstallJob, { jobsFolder }: InstallerSettings) {
  for (let earlier = attempt - 1; earlier > 0; earlier--) {
    const folder = jobFolder(jobsFolder, { installation, attempt: earlier });
    const described = await findJob(folder);
    if (described) return { folder, described, attempt: earlier };
  }
  return null;
}

/**
 * Whether the product is there by that attempt: it has succeeded, and nobody has removed it since; or nobody learnt how it ended, and
 * Windows Installer lists the product, which it did not before, and has left nothing half done.
 */
async function hasInstalled(
  { result }: InstallOutcome,
  { productCode, installedBefore }: DescribedJob,
  settings: InstallerSettings,
): Promise<boolean> {
  if (result !== 'succeeded' && result !== 'interrupted') return false;
  const listed = await listedProduct(productCode, settings);
  if (result === 'succeeded') return listed !== null;
  return listed !== null && listed !== undefined && installedBefore === false && !(await engineAtWork(settings.platform));
}
