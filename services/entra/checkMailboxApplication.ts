import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { type Finding, failed, passed, waitsFor } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { cloudInUse, mailCloud } from './clouds.ts';
import { isBlocked, type MailboxAnswer, mailboxNotNamed, mailboxRole, openInbox } from './openInbox.ts';
import { otherGovernmentCloud } from './otherGovernmentCloud.ts';
import type { EntraSettings } from './settings.ts';
import { type SignedIn, signInAsApplication } from './signIn.ts';
import { aadsts, Refusal } from './signInRefusal.ts';
import { claimsOf } from './tokenClaims.ts';
import { orNoRoute } from './webRequest.ts';

/**
 * Signs the mailbox application in to the mail service of the cloud that the mail page names, and lets it open the mailbox.
 * On the page itself the mailbox is not known yet: then its permission is checked, and that EWS answers and takes its token.
 * Once the page `serviceAccount` has named the mailbox, so at the latest before the installation, the mailbox is opened.
 */
export async function checkMailboxApplication(
  { answers, mailbox: registered }: Subject,
  call: Call,
  { checkTimeout: timeout, clouds }: EntraSettings,
): Promise<readonly CheckResult[]> {
  const { applicationId: clientId, tenantId: tenant, clientSecret } = answers.mailboxApplication ?? {};
  const cloud = cloudInUse(mailCloud(answers), clouds);
  let signedIn: SignedIn | undefined;

  const application = await makeCheck({ id: 'mailbox-application', page: 'mailboxApplication', timeout }, call, (signal) =>
    orNoRoute(async () => {
      if (clientId === undefined || tenant === undefined || clientSecret === undefined) return notNamed;
      try {
        const elsewhere = await otherGovernmentCloud(cloud, tenant, { signal });
        if (elsewhere) return elsewhere;
        signedIn = await signInAsApplication({ cloud, tenant, clientId, clientSecret }, cloud.audience.mail, { signal });
        return passed('The directory knows the application and takes its secret.');
      } catch (error) {
        return applicationFinding(error);
      }
    }),
  );

  const access = await makeCheck({ id: 'mailbox-access', page: 'mailboxApplication', timeout }, call, (signal) =>
    orNoRoute(async () => {
      if (!signedIn) return waitsFor(application, notSignedIn);
      const mailbox = answers.serviceAccount?.email ?? registered;
      const answer = await openInbox(cloud, signedIn.token, mailbox, { signal });
      // Without the permission it may still be let in by a role of Exchange Online (RBAC for Applications).
      const permitted = claimsOf(signedIn.token).roles.includes(mailboxRole);
      return !permitted && isTurnedAway(answer) ? roleMissing : mailboxFinding(mailbox, permitted, answer, clientId);
    }),
  );
  return [application, access];
}

const notNamed = failed('application-validation-failed', 'Enter the application ID, the tenant ID and the client secret.');
const notSignedIn = 'The mailbox was not looked at, for the application could not sign in. Mend that, then repeat it.';
const roleMissing = failed(
  'mailbox-access-failed',
  `The application lacks the permission ${mailboxRole} of Office 365 Exchange Online. Add it as an application permission, grant admin consent, wait a few minutes, then repeat it.`,
);

/** The refusal that Exchange Online gives whatever the token says: EWS is not for this application, or for nobody. */
function blocked(applicationId: string | undefined): string {
  return `Exchange Online blocks Exchange Web Services for this application, as it does since 1 October 2026 unless the organization has them enabled and the application is on its allow list. As an Exchange administrator, set EwsAllowedAppIDs to the whole list with ${applicationId ?? 'the application ID'} in it, then EwsEnabled to true (Set-OrganizationConfig), and see that EwsEnabled is not false for the mailbox (Get-CASMailbox). It may take a day to take effect, and ends on 1 April 2027 (message center MC1227454).`;
}

function applicationFinding(error: unknown): Finding {
  if (!(error instanceof Refusal)) throw error;
  const detail = error.message;
  if (error.is(...aadsts.unknownTenant)) {
    return failed(
      'application-validation-failed',
      'The directory knows no such tenant. Check the tenant ID, and the cloud of the mail server.',
      {
        detail,
        field: 'tenantId',
      },
    );
  }
  if (error.is(...aadsts.unknownApplication)) {
    return failed(
      'application-validation-failed',
      'The tenant knows no such application. Check the application ID and the tenant ID.',
      {
        detail,
        field: 'applicationId',
      },
    );
  }
  if (error.is(...aadsts.refusedSecret)) {
    return failed(
      'mailbox-access-failed',
      'The directory refuses the client secret. Enter its value, not its ID, and see that it has not expired. A new secret takes a minute to be known.',
      { detail, field: 'clientSecret' },
    );
  }
  return failed('mailbox-access-failed', 'The directory does not let the application sign in. See its words.', { detail });
}

function isTurnedAway({ code }: MailboxAnswer): boolean {
  return code.startsWith('HTTP 4');
}

function mailboxFinding(
  mailbox: string | undefined,
  permitted: boolean,
  answer: MailboxAnswer,
  applicationId: string | undefined,
): Finding {
  const { opened, code, words } = answer;
  const detail = [code, words].filter(Boolean).join(': ');
  if (opened && mailbox !== undefined) return passed(`The application opens the mailbox ${mailbox}.`);
  if (isBlocked(answer)) return failed('mailbox-access-failed', blocked(applicationId), { detail });
  if (isTurnedAway(answer)) {
    return failed(
      'mailbox-access-failed',
      `The mail service does not take the application’s token (${code}). See its words; a permission that was just granted takes a few minutes to count.`,
      { detail },
    );
  }
  if (mailbox === undefined && !permitted) return roleMissing;
  if (/AppOnly AccessPolicy/i.test(words)) {
    return failed(
      'mailbox-access-failed',
      `An application access policy keeps the application from ${mailbox ?? 'the mailbox'}. Add the mailbox to the group of the policy; a change may take an hour.`,
      { detail },
    );
  }
  if (mailbox === undefined) {
    return opened || mailboxNotNamed.includes(code)
      ? passed(
          `The application has the permission ${mailboxRole}, and the mail service takes its token. The mailbox itself is opened before the installation, once its address is known.`,
        )
      : failed('mailbox-access-failed', `The mail service does not serve the application (${code}). See its words.`, { detail });
  }
  return failed(
    'mailbox-access-failed',
    `The mailbox ${mailbox} does not open (${code}). Check its address, that it has a license, and that the application’s access policy includes it.`,
    { detail },
  );
}
