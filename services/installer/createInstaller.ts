import { mkdir } from 'node:fs/promises';
import type { InstallJob, InstallOutcome } from '../../machines/ports/installer.ts';
import type { Services } from '../../machines/ports/services.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { maskedError } from '../secrets/maskedError.ts';
import { jobFolder } from './job/jobFolder.ts';
import { joinedCalls } from './job/joinedCalls.ts';
import { writeWhole } from './jsonFile.ts';
import { readOutcome } from './readOutcome.ts';
import { runInstaller } from './runInstaller.ts';
import { secretsAmong } from './secretProperties.ts';
import type { InstallerSettings } from './settings.ts';
import { Trouble } from './trouble.ts';

/**
 * Runs Windows Installer, each run as a job of its own that outlives this service. `install` finds the job or starts it, and ends
 * when the installer has ended; called off, it stops watching, and the installer goes on. What keeps it from watching for a while
 * is told as progress, and ends nothing; the only failures are those of the installer, and of what could not be started.
 * `stopInstaller` asks the installer to stop: one that still waits for its turn never runs; one that runs is asked to close and,
 * after a while, ended. On Windows the installer's service then rolls back or goes on, as it decides; `install` tells what came of
 * it.
 */
export function createInstaller(settings: InstallerSettings): Pick<Services, 'install' | 'stopInstaller'> {
  const joined = joinedCalls<InstallOutcome>();
  return {
    async install(job, call) {
      const folder = jobFolder(settings.jobsFolder, job);
      return await joined(folder.path, call, async (shared) => {
        const trouble = new Trouble(shared, (error) => report(error, job, settings));
        const { signal } = shared;
        try {
          return await trouble.untilDone(
            async () => (await readOutcome(folder)) ?? (await runInstaller(folder, job, { signal, trouble }, settings)),
          );
        } catch (error) {
          if (error instanceof Problem) return notRun(error);
          throw error;
        }
      });
    },
    async stopInstaller(job, call) {
      const folder = jobFolder(settings.jobsFolder, job);
      const silent = { signal: call.signal, progress: () => {} };
      await new Trouble(silent).untilDone(async () => {
        await mkdir(folder.path, { recursive: true, mode: 0o700 });
        await writeWhole(folder.stop, '');
      });
    },
  };
}

function report(error: unknown, { installation, attempt, properties, hidden }: InstallJob, settings: InstallerSettings): void {
  settings.report?.(maskedError(error, secretsAmong(properties, hidden)), { installation, attempt });
}

function notRun({ message }: Problem): InstallOutcome {
  return {
    result: 'failed',
    exitCode: null,
    restartNeeded: false,
    rolledBack: null,
    message: `The installer was not run. ${message}`,
    failure: { action: null, cause: null, lines: [] },
  };
}
