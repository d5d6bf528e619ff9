import type { Call } from '../../machines/ports/call.ts';
import type { InstallJob, InstallOutcome } from '../../machines/ports/installer.ts';
import { beginJob, findJob } from './beginJob.ts';
import { earlierAttempt } from './earlierAttempt.ts';
import { followJob } from './followJob.ts';
import type { JobFolder } from './job/jobFolder.ts';
import type { InstallerSettings } from './settings.ts';
import type { Trouble } from './trouble.ts';

/**
 * Finds the job, or starts it once it is known what became of the attempt before; follows it to its end, and keeps what came of it.
 * Made again after a fault, it goes on from there: what was begun is found.
 */
export async function runInstaller(
  folder: JobFolder,
  job: InstallJob,
  { signal, trouble }: Pick<Call, 'signal'> & { readonly trouble: Trouble },
  settings: InstallerSettings,
): Promise<InstallOutcome> {
  for (;;) {
    const found = await findJob(folder);
    if (!found) {
      if (job.onlyIfBegun) return neverBegun;
      const earlier = await earlierAttempt(folder, job, { signal, trouble }, settings);
      if (earlier) return earlier;
    }
    const described = found ?? (await beginJob(folder, job, signal, settings));
    // Null where its launcher died before it came to the installer.
    const outcome = await followJob({ folder, described, properties: job.properties, signal, trouble }, settings);
    if (outcome) return outcome;
  }
}

const neverBegun: InstallOutcome = {
  result: 'cancelled',
  exitCode: null,
  restartNeeded: false,
  rolledBack: null,
  message: 'The installer had not been run.',
};
