import type { CheckedPageId } from '../../machines/pages/screens.ts';
import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import type { Entra } from '../entra/createEntra.ts';
import type { PartName, Parts } from './parts.ts';

type PageCheck = (subject: PageSubject, call: Call) => Promise<readonly CheckResult[]>;

/** The parts that check a page's answers. */
type PagePart = { [Name in PartName]: Parts[Name] extends PageCheck ? Name : never }[PartName];

/** What checks a page's answers. A page declared with checks but missing here does not compile. */
type PageChecks = { readonly [Page in CheckedPageId]: readonly PageCheck[] };

/** The parts that check a page's answers, by page. The service itself asks Entra ID, so what it checks alone has no part. */
export const partsOfPage: { readonly [Page in CheckedPageId]: readonly PagePart[] } = {
  signIn: [],
  database: ['database'],
  mailServer: ['mailServer'],
  reportingServer: ['reportingServer'],
  mailboxApplication: [],
  certificate: ['certificate'],
  serviceAccount: ['serviceAccount'],
  synchronizationServer: ['synchronizationServer', 'managementAgentAccount'],
  serviceAddress: ['serviceAddress', 'servicePrincipalName'],
  sharePointSite: ['sharePointSite', 'portalPrincipalName'],
  registrationPortal: ['poolAccount', 'registrationPortal', 'portalPrincipalName'],
  registrationPortalService: ['registrationPortalService'],
  resetPortal: ['poolAccount', 'resetPortal', 'portalPrincipalName'],
  resetPortalService: ['resetPortalService'],
};

/** What checks each page: its parts, and Entra ID. */
export function pageChecks(entra: Entra, parts: Parts): PageChecks {
  const made = Object.entries(partsOfPage).map(([page, names]) => [page, names.map((name) => parts[name])] as const);
  return {
    ...(Object.fromEntries(made) as unknown as PageChecks),
    signIn: [entra.checkSignIn],
    mailServer: [async (subject, call) => entra.heldAgainstTenant(await parts.mailServer(subject, call), subject, call)],
    mailboxApplication: [entra.checkMailboxApplication],
  };
}
