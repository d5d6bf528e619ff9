import type { CheckedPageId } from '../../machines/pages/index.ts';
import type { Call, CheckResult, PageSubject } from '../../machines/ports.ts';
import { createCertificates } from '../certificates/certificates.ts';
import { createDirectory } from '../directory/directory.ts';
import type { Entra } from '../entra/entra.ts';
import { createMail } from '../mail/mail.ts';
import { createNetwork } from '../network/network.ts';
import { createSharePoint } from '../sharepoint/sharePoint.ts';
import { createSql } from '../sql/sql.ts';
import type { LiveSettings } from './settings.ts';

type PageCheck = (subject: PageSubject, call: Call) => Promise<readonly CheckResult[]>;

/** Who checks a page's answers. A page that is declared with checks, and stands not here, does not compile. */
export type PageChecks = { readonly [Page in CheckedPageId]: readonly PageCheck[] };

export function pageChecks(
  entra: Entra,
  { timeout, directory: reader, sql: server, mail: mailSettings }: LiveSettings,
): PageChecks {
  const certificates = createCertificates({ timeout });
  const directory = createDirectory({ timeout, ...reader });
  const mail = createMail({ timeout, ...mailSettings });
  const network = createNetwork({ timeout });
  const sharePoint = createSharePoint({ timeout });
  const sql = createSql({ timeout, ...server });
  return {
    signIn: [entra.checkSignIn],
    database: [sql.checkDatabase],
    mailServer: [mail.mailServer],
    reportingServer: [network.reportingServer],
    mailboxApplication: [entra.checkMailboxApplication],
    certificate: [certificates.certificate],
    serviceAccount: [directory.checkServiceAccount],
    synchronizationServer: [network.synchronizationServer, directory.checkManagementAgentAccount],
    serviceAddress: [network.serviceAddress, directory.checkServicePrincipalName],
    sharePointSite: [sharePoint.sharePointSite],
    registrationPortal: [directory.checkPoolAccount, network.registrationPortal],
    registrationPortalService: [network.registrationPortalService],
    resetPortal: [directory.checkPoolAccount, network.resetPortal],
    resetPortalService: [network.resetPortalService],
  };
}
