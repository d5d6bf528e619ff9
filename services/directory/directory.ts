import type { Call, CheckResult, PageSubject } from '../../machines/ports.ts';
import type { PowerShellSettings } from '../host/powershell.ts';
import { checkManagementAgentAccount } from './checkManagementAgentAccount.ts';
import { checkPoolAccount } from './checkPoolAccount.ts';
import { checkServiceAccount } from './checkServiceAccount.ts';
import { checkServicePrincipalName } from './checkServicePrincipalName.ts';

/** Which directory is asked, and as whom. Without `url` nothing is asked, and the checks say so. */
export interface DirectorySettings extends PowerShellSettings {
  /** `ldaps://dc1.contoso.com`, or `ldap://…`, which is then encrypted by StartTLS: nothing goes in plain text. */
  readonly url?: string | undefined;
  /** Certificates (PEM) of authorities of your own, to verify the server by. Stated, they stand in for the system's. */
  readonly ca?: string | undefined;
  /** Who asks, where the page names nobody under "Check as": `CONTOSO\reader` or `reader@contoso.com`. */
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Where to look for accounts; the server's domain unless stated. */
  readonly baseDn?: string | undefined;
  /** How long each check may take, milliseconds; 15 seconds unless stated. */
  readonly timeout?: number | undefined;
}

/** Each gives a result for each check that it is about, and none where the page has no answers. */
export interface Directory {
  /** `service-account`, `service-account-kind` and `service-account-local-logon`. */
  checkServiceAccount(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
  /** `management-agent-account`. */
  checkManagementAgentAccount(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
  /** `registration-portal-account` or `reset-portal-account`, by the page of the subject. */
  checkPoolAccount(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
  /** `service-principal-name`. */
  checkServicePrincipalName(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
}

export function createDirectory(settings: DirectorySettings = {}): Directory {
  return {
    checkServiceAccount: (subject, call) => checkServiceAccount(subject, call, settings),
    checkManagementAgentAccount: (subject, call) => checkManagementAgentAccount(subject, call, settings),
    checkPoolAccount: (subject, call) => checkPoolAccount(subject, call, settings),
    checkServicePrincipalName: (subject, call) => checkServicePrincipalName(subject, call, settings),
  };
}
