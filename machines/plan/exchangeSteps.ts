import { tasks } from '../chart/closingTasks.ts';
import type { WizardContext } from '../chart/context.ts';
import { accessPolicyScript } from '../scripts/accessPolicyScript.ts';
import { type ApplicationRole, applicationRoleScript } from '../scripts/applicationRoleScript.ts';
import { ewsAllowListScript } from '../scripts/ewsAllowListScript.ts';
import { mailHost } from '../vocabulary/mailHost.ts';

/** What an Exchange Online administrator does for the mailbox application, outside of this software. */
export interface ExchangeStep {
  readonly title: string;
  readonly detail: string;
  readonly script: string;
}

/** Its three steps, filled in as far as answers and registration tell; what is not known stands in angle brackets. */
export function exchangeSteps(context: Pick<WizardContext, 'answers' | 'registration'>) {
  const access = accessOf(context);
  return {
    allowList: {
      title: tasks.exchangeWebServices.title,
      detail:
        'Since 1 October 2026, Exchange Online has blocked Exchange Web Services unless the organization has them enabled and the application is on its allow list; on 1 April 2027 it switches them off for good (message center MC1227454). Run the script as an Exchange Online administrator. It may take a day to take effect.',
      script: ewsAllowListScript(access),
    },
    policy: {
      title: tasks.applicationAccess.title,
      detail:
        'The permission full_access_as_app opens every mailbox of the organization. Run the script as an Exchange Online administrator: it creates the mail-enabled group, makes the mailbox its member, and then creates the policy.',
      script: accessPolicyScript(access),
    },
    role: {
      title: 'Or, in place of that policy: open the mailbox by a role of Exchange Online',
      detail:
        'In place of new policies Microsoft recommends RBAC for Applications. Run this script instead of that of the policy, then remove the permission full_access_as_app from the application in Microsoft Entra: role and permission add up.',
      script: applicationRoleScript(access),
    },
  } as const satisfies Record<string, ExchangeStep>;
}

/** The application and the mailbox that the steps are about, as far as they are known. */
export function accessOf({ answers, registration }: Pick<WizardContext, 'answers' | 'registration'>): ApplicationRole {
  const { mailboxApplication, mailServer, serviceAccount, cloud } = answers;
  return {
    applicationId: mailboxApplication?.applicationId ?? registration?.application?.applicationId ?? '<application ID>',
    servicePrincipalId: registration?.servicePrincipalId ?? '<object ID of the enterprise application>',
    group: registration?.group ?? '<mail-enabled group that holds the mailbox>',
    mailbox: serviceAccount?.email ?? registration?.mailbox ?? '<mailbox>',
    mailHost: mailServer && mailHost(mailServer.type, mailServer.host, mailServer.governmentCloud, cloud?.cloud ?? 'global'),
  };
}
