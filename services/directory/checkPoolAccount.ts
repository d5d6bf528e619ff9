import type { CheckId } from '../../machines/pages/screens.ts';
import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { type Finding, failed } from '../checks/finding.ts';
import { type AccountName, accountNameOf } from './account.ts';
import { asking, maker } from './askDirectory.ts';
import { lookUpEither } from './checkManagementAgentAccount.ts';
import { isSame, shared } from './lookUpAccount.ts';
import type { DirectorySettings } from './settings.ts';

const checks = {
  registrationPortal: 'registration-portal-account',
  resetPortal: 'reset-portal-account',
} as const satisfies Record<string, CheckId>;

/** Checks the application pool account of the password portal that the subject's page is about. Both portals may share one. */
export async function checkPoolAccount(
  subject: PageSubject,
  call: Call,
  settings: DirectorySettings,
): Promise<readonly CheckResult[]> {
  const { page, answers } = subject;
  if (page !== 'registrationPortal' && page !== 'resetPortal') return [];
  const portal = answers[page];
  if (!portal) return [];
  const asked = accountNameOf(portal.account);
  const make = maker(page, call, settings);
  return [
    await make(checks[page], async (signal) => {
      const { synchronizationServer, serviceAccount } = answers;
      if (synchronizationServer && isSame(asked, accountNameOf(synchronizationServer.managementAgentAccount)))
        return sharedWithAgent;
      const finding = await asking(subject, settings, signal, (connection) => lookUpEither(connection, asked, 'account'));
      return finding.status === 'passed' && isServiceAccount(asked, serviceAccount) ? sharedWithService : finding;
    }),
  ];
}

function isServiceAccount(asked: AccountName, service: AccountName | undefined): boolean {
  return service !== undefined && isSame(asked, service);
}

const sharedWithAgent: Finding = failed(
  'account-shared',
  'The application pool account is the management agent account, which the MIM Service lets pass without authorization: whoever breaks into the portal could do anything. Choose an account of its own.',
  { field: 'account' },
);

const sharedWithService = shared(
  'The account can be used, but it is the service account too: whoever breaks into the portal has all that the MIM Service may do. Better choose an account of its own.',
);
