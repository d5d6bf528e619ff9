import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { Call } from '../../machines/ports/call.ts';
import type { InstallJob } from '../../machines/ports/installer.ts';
import { createInstaller } from '../../services/installer/createInstaller.ts';
import type { DescribedPackage, InstallerSettings } from '../../services/installer/settings.ts';

/**
 * A service of its own process, that can be killed: it runs the job that the file tells, notes what it is told of the progress, a
 * line of JSON each, and at the end the outcome; or, with `stop`, asks the job's installer to stop.
 */
interface Orders {
  readonly settings: InstallerSettings;
  /** Stands for reading the package. */
  readonly described?: DescribedPackage;
  readonly job: InstallJob;
  readonly progress: string;
  readonly outcome: string;
  readonly stop?: boolean;
}

const [path] = process.argv.slice(2) as [string];
const { settings, described, job, progress, outcome, stop } = JSON.parse(readFileSync(path, 'utf8')) as Orders;
const installer = createInstaller({ ...settings, ...(described && { describe: async () => described }) });
const call: Call = {
  signal: new AbortController().signal,
  progress: (news) => appendFileSync(progress, `${JSON.stringify(news)}\n`),
};
if (stop) await installer.stopInstaller(job, call);
else writeFileSync(outcome, JSON.stringify(await installer.install(job, call)));
