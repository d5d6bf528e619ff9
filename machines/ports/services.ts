import type { NewSecret } from '../vocabulary/secret.ts';
import type { Call } from './call.ts';
import type { CheckResult } from './checks.ts';
import type { InstallJob, InstallOutcome } from './installer.ts';
import type { RegisteredApplication } from './registration.ts';
import type { PageSubject, RegistrationSubject, Subject, WholeSubject } from './subjects.ts';

/**
 * What the wizard needs from the outside world. `services/` implements it twice, live and rehearsed; the chart knows only
 * these names. Every call may be made again after a crash, so each is safe to repeat.
 */
export interface Services {
  /** Checks the answers of one page. It never throws for what it finds: each finding is a result. */
  checkPage(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
  /** Checks everything once more, and this host, before the installation. */
  checkEverything(subject: WholeSubject, call: Call): Promise<readonly CheckResult[]>;
  /** Of these checks, makes only the one that compares the plan with the package: after something was settled. */
  checkPackage(subject: WholeSubject, call: Call): Promise<readonly CheckResult[]>;

  /** Finds the application of this installation by its mark, or creates it, with the one permission that it needs. */
  createApplication(subject: RegistrationSubject, call: Call): Promise<RegisteredApplication>;
  /** Finds or creates its service principal, and waits until the directory has replicated it. */
  createServicePrincipal(subject: RegistrationSubject, call: Call): Promise<{ readonly servicePrincipalId: string }>;
  /** Adds a client secret, in place of an earlier one of this installation. */
  addClientSecret(
    subject: RegistrationSubject,
    call: Call,
  ): Promise<{ readonly clientSecret: NewSecret; readonly expiresAt: string }>;
  /** Grants admin consent, or says by which link an administrator can. */
  grantConsent(subject: RegistrationSubject, call: Call): Promise<{ readonly granted: boolean; readonly consentUrl: string }>;

  /** Looks, after the installation, at what of the closing tasks can be seen to be done. */
  checkTasks(subject: Subject, call: Call): Promise<readonly CheckResult[]>;

  /** Finds the job if it has been started before, else starts it; ends when the installer has ended, however it ended. */
  install(job: InstallJob, call: Call): Promise<InstallOutcome>;
  /** Asks the running installer to stop and roll back. The job's own call tells how it ended. */
  stopInstaller(job: { readonly installation: string; readonly attempt: number }, call: Call): Promise<void>;
}
