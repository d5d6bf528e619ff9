import type { CheckedPageId } from '../../machines/pages/screens.ts';
import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { certificateChecks } from '../certificates/certificateChecks.ts';
import { directoryChecks } from '../directory/directoryChecks.ts';
import { type CloudName, type CloudOverrides, clouds as ownClouds } from '../entra/clouds.ts';
import type { Entra } from '../entra/createEntra.ts';
import { mailChecks } from '../mail/mailChecks.ts';
import { networkChecks } from '../network/networkChecks.ts';
import { sharePointChecks } from '../sharepoint/sharePointChecks.ts';
import { databaseChecks } from '../sql/databaseChecks.ts';
import type { LiveSettings } from './settings.ts';

type PageCheck = (subject: PageSubject, call: Call) => Promise<readonly CheckResult[]>;

/** Who checks a page's answers. A page that is declared with checks, and stands not here, does not compile. */
export type PageChecks = { readonly [Page in CheckedPageId]: readonly PageCheck[] };

export function pageChecks(
  entra: Entra,
  { timeout, clouds, directory: reader, sql: server, mail: mailSettings }: LiveSettings,
): PageChecks {
  const certificates = certificateChecks({ timeout });
  const directory = directoryChecks({ timeout, ...reader });
  const mail = mailChecks({ timeout, ...mailSettings, hosts: { ...mailHostsIn(clouds), ...mailSettings.hosts } });
  const network = networkChecks({ timeout });
  const sharePoint = sharePointChecks({ timeout });
  const sql = databaseChecks({ timeout, ...server });
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
    sharePointSite: [sharePoint.sharePointSite, directory.checkPortalPrincipalName],
    registrationPortal: [directory.checkPoolAccount, network.registrationPortal, directory.checkPortalPrincipalName],
    registrationPortalService: [network.registrationPortalService],
    resetPortal: [directory.checkPoolAccount, network.resetPortal, directory.checkPortalPrincipalName],
    resetPortalService: [network.resetPortalService],
  };
}

/** Where a cloud's mail service is overridden, the mail page asks there too. */
function mailHostsIn(overrides: CloudOverrides): Readonly<Record<string, string>> {
  const moved = (Object.keys(ownClouds) as CloudName[]).flatMap((name) => {
    const mail = overrides[name]?.mail;
    return mail === undefined ? [] : [[new URL(ownClouds[name].mail).host, new URL(mail).host]];
  });
  return Object.fromEntries(moved);
}
