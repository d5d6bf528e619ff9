import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { InstallJob } from '../../machines/ports.ts';
import { createInstaller } from '../../services/installer/createInstaller.ts';
import type { DescribedPackage, InstallerSettings } from '../../services/installer/installerSettings.ts';

/**
 * A service of its own process, that can be killed: it runs the job that the file tells, notes what it is told of the progress, a
 * line of JSON each, and at the end the outcome.
 */
const [orders] = process.argv.slice(2);
const { settings, described, job, progress, outcome, stopAfter } = JSON.parse(readFileSync(orders!, 'utf8')) as {
  settings: InstallerSettings;
  /** Stands for reading the package. */
  described?: DescribedPackage;
  job: InstallJob;
  progress: string;
  outcome: string;
  stopAfter?: string;
};
const installer = createInstaller({ ...settings, ...(described && { describe: async () => described }) });
let asked = false;
const result = await installer.install(job, {
  signal: new AbortController().signal,
  progress(news) {
    appendFileSync(progress, `${JSON.stringify(news)}\n`);
    if (stopAfter && !asked && news.installer?.action === stopAfter) {
      asked = true;
      void installer.stopInstaller(job, { signal: new AbortController().signal, progress() {} });
    }
  },
});
writeFileSync(outcome, JSON.stringify(result));
