import { type CheckedPageId, pageIds } from '../../machines/pages/index.ts';
import type { Call, CheckResult, InstallJob, Services, Subject } from '../../machines/ports.ts';
import { createAfterwards } from '../afterwards/afterwards.ts';
import { check } from '../check.ts';
import { createEntra } from '../entra/entra.ts';
import { createHost } from '../host/host.ts';
import { createInstaller } from '../installer/createInstaller.ts';
import { packageCheck } from './packageCheck.ts';
import { type PageChecks, pageChecks } from './pageChecks.ts';
import { hostTimeout, type LiveSettings } from './settings.ts';

/** The services that ask and change the real world. */
export interface LiveServices extends Services {
  /** Forgets who has signed in for an installation that has ended. */
  forget(installation: string): void;
}

export function liveServices(settings: LiveSettings): LiveServices {
  const { timeout, jobsFolder, clouds, clientId, installerProgram } = settings;
  const entra = createEntra({ checkTimeout: timeout, clouds, ...(clientId !== undefined && { clientId }) });
  const checks = pageChecks(entra, settings);
  const host = createHost({ timeout: hostTimeout });
  const afterwards = createAfterwards({ timeout: hostTimeout });
  const installer = createInstaller({ jobsFolder, ...(installerProgram && { program: installerProgram }) });
  return {
    ...entra,
    ...installer,
    checkPage: async (subject, call) => (await Promise.all(checks[subject.page].map((one) => one(subject, call)))).flat(),
    async checkEverything(subject, call) {
      const [signIn, pages, hostResults, packageResult] = await Promise.all([
        subject.answers.signIn ? entra.recheckSignIn(subject, call) : [],
        checkPages(checks, subject, call),
        host.ready(subject, call),
        packageCheck(subject, call, { ...settings, timeout: hostTimeout }),
      ]);
      return [...signIn, ...pages, ...hostResults, packageResult];
    },
    checkTasks: (subject, call) => checkTasks(subject, call, afterwards),
    install: (job, call) => installer.install(withPackage(job, settings.package), call),
  };
}

/** Every page that was answered, but the sign-in, which would ask the user again. */
async function checkPages(checks: PageChecks, subject: Subject, call: Call): Promise<CheckResult[]> {
  const answered = pageIds.filter(
    (page): page is CheckedPageId => page in checks && page !== 'signIn' && subject.answers[page] !== undefined,
  );
  const results = await Promise.all(answered.flatMap((page) => checks[page].map((one) => one({ ...subject, page }, call))));
  return results.flat();
}

async function checkTasks(
  { answers }: Subject,
  call: Call,
  { checkPortal, checkService }: ReturnType<typeof createAfterwards>,
): Promise<CheckResult[]> {
  const features = answers.components?.features ?? [];
  const about = { page: 'postInstallation', timeout: hostTimeout } as const;
  return Promise.all([
    ...(features.includes('service')
      ? [
          check({ id: 'service-runs', ...about }, call, (signal) =>
            checkService(answers.serviceAddress?.host ?? 'localhost', signal),
          ),
        ]
      : []),
    ...(features.includes('portal') && answers.sharePointSite
      ? [check({ id: 'portal-answers', ...about }, call, (signal) => checkPortal(answers.sharePointSite!.url, signal))]
      : []),
  ]);
}

/** The job with the package that is configured, where the installation names none. */
function withPackage(job: InstallJob, configured: string | undefined): InstallJob {
  const path = job.package ?? configured;
  return path === undefined ? job : { ...job, package: path };
}
