import { resolve } from 'node:path';
import { z } from 'zod';
import type { InstallJob } from '../../machines/ports/installer.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { isLocked } from '../files/fileLock.ts';
import { readPackage } from '../package/readPackage.ts';
import { mask } from '../secrets/mask.ts';
import { installerCommand } from './commandLine.ts';
import { type JobFolder, readExit, readProcess } from './job/jobFolder.ts';
import { startJob } from './job/startJob.ts';
import { readJson } from './jsonFile.ts';
import { listedProduct } from './listedProduct.ts';
import { isSecretProperty } from './secretProperties.ts';
import type { DescribedPackage, InstallerSettings } from './settings.ts';

const jobForm = z.object({
  /** As it was run, each secret masked. */
  command: z.string(),
  /** The package's actions in order, and its hidden properties. */
  actions: z.array(z.string()),
  hidden: z.array(z.string()),
  productCode: z.string().nullable(),
  begunAt: z.string(),
  /** Whether Windows Installer listed the product before; null where that could not be told. */
  installedBefore: z.boolean().nullable().default(null),
});

/** What a job's folder says of it: nothing secret. */
export type DescribedJob = z.output<typeof jobForm>;

/**
 * The job as its folder describes it; null where there is nothing to follow, neither a launcher at work nor one that has run the
 * installer.
 */
export async function findJob(folder: JobFolder): Promise<DescribedJob | null> {
  const begun = await readJson(folder.job, (value) => jobForm.parse(value));
  return begun && (await hasRun(folder)) ? begun : null;
}

/**
 * Starts a job that was not found, after a look at what Windows Installer would only fail of: the package, and the features that it
 * knows. Throws a `Problem` where the job can't be run here.
 */
export async function beginJob(
  folder: JobFolder,
  job: InstallJob,
  signal: AbortSignal,
  settings: InstallerSettings,
): Promise<DescribedJob> {
  const { platform = process.platform, describe = readPackage } = settings;
  if (platform !== 'win32') {
    throw new Problem(
      'host-unsuitable',
      'Windows Installer runs on Windows alone. Run the plan’s script on the server, and report its exit code and its log.',
    );
  }
  if (!job.package) throw new Problem('package-unsuitable', 'No package is configured. Point MIM_SETUP_PACKAGE to it.');
  const path = resolve(job.package);
  const described = await describe(path, { signal });
  checkFeatures(job, described);
  const hiddenByPackage = described.properties.filter((property) => property.hidden).map(({ name }) => name);
  const hidden = [...new Set([...hiddenByPackage, ...(job.hidden ?? [])])];
  const run = { package: path, log: resolve(folder.log.original), features: job.features };
  const { args } = installerCommand({ ...run, properties: job.properties });
  const description: DescribedJob = {
    command: installerCommand({ ...run, properties: masked(job.properties, hidden) }).line,
    actions: described.sequence.map(({ action }) => action),
    hidden,
    productCode: described.productCode,
    begunAt: new Date().toISOString(),
    installedBefore: await wasInstalled(described.productCode, settings),
  };
  signal.throwIfAborted();
  await startJob(
    folder,
    { jobsFolder: resolve(settings.jobsFolder), installation: job.installation, attempt: job.attempt, description },
    {
      program: settings.program ? [...settings.program] : null,
      args: [...args],
      hostLock: settings.hostLock ?? null,
      patience: settings.patience ?? 3_600_000,
      interval: settings.pollInterval ?? 500,
      grace: settings.grace ?? 60_000,
    },
  );
  return description;
}

async function wasInstalled(productCode: string | null, settings: InstallerSettings): Promise<boolean | null> {
  const listed = await listedProduct(productCode, settings);
  return listed === undefined ? null : listed !== null;
}

async function hasRun(folder: JobFolder): Promise<boolean> {
  if (await readExit(folder)) return true;
  const at = await readProcess(folder);
  return (at !== null && at.state !== 'waiting') || isLocked(folder.alive);
}

function checkFeatures({ features }: InstallJob, described: DescribedPackage): void {
  const known = new Set(described.features.map(({ id }) => id));
  const unknown = features.filter((feature) => !known.has(feature));
  if (unknown.length > 0) {
    throw new Problem('package-unsuitable', `The package does not know ${unknown.join(', ')}. Point to Service and Portal.msi.`);
  }
}

function masked(properties: InstallJob['properties'], hidden: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, isSecretProperty(name, hidden) ? mask : value]),
  );
}
