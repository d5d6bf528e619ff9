import type { PageId } from '../../machines/pages/screens.ts';
import type { Settlements } from '../../machines/plan/settledProperties.ts';
import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Services } from '../../machines/ports/services.ts';
import type { PageSubject, Subject, WholeSubject } from '../../machines/ports/subjects.ts';
import type { LocalRights } from '../directory/localRights.ts';

type Check<Asked extends Subject = PageSubject> = (subject: Asked, call: Call) => Promise<readonly CheckResult[]>;

/** What the package is held against. */
interface PackageSubject extends WholeSubject {
  /** What configuration says of single properties. */
  readonly configured: Settlements;
}

/**
 * The parts of the live services that depend on where they are done. Data goes in and data comes out, so that this process can do
 * each, or one on another server. What is asked of Entra ID is not among them: this process remembers who has signed in.
 */
export interface Parts extends Pick<Services, 'install' | 'stopInstaller'> {
  readonly database: Check;
  readonly mailServer: Check;
  readonly reportingServer: Check;
  readonly synchronizationServer: Check;
  readonly serviceAddress: Check;
  readonly registrationPortal: Check;
  readonly registrationPortalService: Check;
  readonly resetPortal: Check;
  readonly resetPortalService: Check;
  readonly certificate: Check;
  readonly serviceAccount: Check;
  readonly managementAgentAccount: Check;
  readonly servicePrincipalName: Check;
  readonly poolAccount: Check;
  readonly portalPrincipalName: Check;
  readonly sharePointSite: Check;
  /** Every check of the server itself, but for the package. */
  readonly host: Check<Subject>;
  readonly package: Check<PackageSubject>;
  /** The checks of what was installed. */
  readonly closing: Check<Subject>;
  /** Who may log on at the server; null where the server does not tell. */
  localRights(subject: { readonly account: string }, call: Call): Promise<LocalRights | null>;
}

/** Names of the parts: a runner is asked for them by these. */
export type PartName = keyof Parts;

/** What is asked of the same other side, or of the server itself. */
export type Area = 'sql' | 'directory' | 'mail' | 'sharePoint' | 'network' | 'server';

/** The area of each part. What belongs to the server itself is done on it and nowhere else. */
export const areaOf: { readonly [Name in PartName]: Area } = {
  database: 'sql',
  mailServer: 'mail',
  reportingServer: 'network',
  synchronizationServer: 'network',
  serviceAddress: 'network',
  registrationPortal: 'server',
  registrationPortalService: 'network',
  resetPortal: 'server',
  resetPortalService: 'network',
  certificate: 'server',
  serviceAccount: 'directory',
  managementAgentAccount: 'directory',
  servicePrincipalName: 'directory',
  poolAccount: 'directory',
  portalPrincipalName: 'directory',
  sharePointSite: 'sharePoint',
  host: 'server',
  package: 'server',
  closing: 'server',
  localRights: 'server',
  install: 'server',
  stopInstaller: 'server',
};

/** The secrets that an area is given, by page and field; of all others it sees that they are there. */
export const secretsFor: { readonly [Name in Area]?: Readonly<Partial<Record<PageId, string>>> } = {
  sql: { database: 'checkAs.password' },
  directory: { serviceAccount: 'checkAs.password' },
};
