import { mkdir } from 'node:fs/promises';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import type { Services } from '../../machines/ports/services.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { jobFolder } from './job/jobFolder.ts';
import { joinedCalls } from './job/joinedCalls.ts';
import { readJson, writeWhole } from './jsonFile.ts';
import { runInstaller } from './runInstaller.ts';
import type { InstallerSettings } from './settings.ts';

/**
 * Runs Windows Installer, each run as a job of its own that outlives this service. `install` finds the job or starts it, and ends
 * when the installer has ended; called off, it stops watching, and the installer goes on. `stopInstaller` asks the installer to
 * stop: one that still waits for its turn never runs; one that runs is asked to close and, after a while, ended. On Windows the
 * installer's service then rolls back or goes on, whatever it holds right; what came of it is told by `install`.
 */
export function createInstaller(settings: InstallerSettings): Pick<Services, 'install' | 'stopInstaller'> {
  const joined = joinedCalls<InstallOutcome>();
  return {
    async install(job, call) {
      const folder = jobFolder(settings.jobsFolder, job);
      const known = await readJson(folder.outcome, (value) => value as InstallOutcome);
      if (known) return known;
      return await joined(folder.path, call, async (shared) => {
        try {
          return await runInstaller(folder, job, shared, settings);
        } catch (error) {
          if (error instanceof Problem) return notRun(error);
          throw error;
        }
      });
    },
    async stopInstaller(job) {
      const folder = jobFolder(settings.jobsFolder, job);
      await mkdir(folder.path, { recursive: true, mode: 0o700 });
      await writeWhole(folder.stop, '');
    },
  };
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
