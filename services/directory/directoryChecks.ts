import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import type { DirectorySettings } from './settings.ts';

/** What is asked of the directory. Each gives a result for each check that it is about, and none where the page has no answers. */
export interface DirectoryChecks {
  /** `service-account` and the others of its name. */
  checkServiceAccount(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
  /** `management-agent-account`. */
  checkManagementAgentAccount(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
  /** `registration-portal-account` or `reset-portal-account`, by the page of the subject. */
  checkPoolAccount(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
  /** `portal-principal-name` or that of a password portal, by the page of the subject. */
  checkPortalPrincipalName(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
  /** `service-principal-name`. */
  checkServicePrincipalName(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
}

/**
 * The checks that ask Active Directory: by LDAPS or StartTLS, as the account of the page or of the settings. Nothing is written to
 * it. Without a directory in the settings each is a warning that says so. What they ask by is loaded with the first question: a rehearsal
 * has none.
 */
export function directoryChecks(settings: DirectorySettings = {}): DirectoryChecks {
  return {
    checkServiceAccount: async (subject, call) =>
      (await import('./checkServiceAccount.ts')).checkServiceAccount(subject, call, settings),
    checkManagementAgentAccount: async (subject, call) =>
      (await import('./checkManagementAgentAccount.ts')).checkManagementAgentAccount(subject, call, settings),
    checkPoolAccount: async (subject, call) => (await import('./checkPoolAccount.ts')).checkPoolAccount(subject, call, settings),
    checkPortalPrincipalName: async (subject, call) =>
      (await import('./checkPortalPrincipalName.ts')).checkPortalPrincipalName(subject, call, settings),
    checkServicePrincipalName: async (subject, call) =>
      (await import('./checkServicePrincipalName.ts')).checkServicePrincipalName(subject, call, settings),
  };
}
