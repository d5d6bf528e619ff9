import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { type Finding, failed } from '../checks/finding.ts';
import { type AccountName, accountNameOf } from './account.ts';
import { asking, maker } from './askDirectory.ts';
import { isSame, kindFinding, lookUp } from './lookUpAccount.ts';
import type { DirectorySettings } from './settings.ts';

const field = 'managementAgentAccount';

/** Checks the management agent account of the page `synchronizationServer`, and that it is not the service account. */
export async function checkManagementAgentAccount(
  subject: PageSubject,
  call: Call,
  settings: DirectorySettings,
): Promise<readonly CheckResult[]> {
  const { synchronizationServer, serviceAccount } = subject.answers;
  if (!synchronizationServer) return [];
  const asked = accountNameOf(synchronizationServer.managementAgentAccount);
  const make = maker('synchronizationServer', call, settings);
  return [
    await make('management-agent-account', async (signal) => {
      if (serviceAccount && isSame(asked, serviceAccount)) return sharedWithService;
      return asking(subject, settings, signal, (connection) => lookUpEither(connection, asked, field));
    }),
  ];
}

/** Looks an account up that may be managed or not, of which its name alone tells: a managed one ends in `$`. */
export async function lookUpEither(
  connection: Parameters<typeof lookUp>[0],
  asked: AccountName,
  field: string,
): Promise<Finding> {
  const { account, finding } = await lookUp(connection, asked, { name: field, domain: field });
  if (!account || finding.status === 'failed') return finding;
  const kind = kindFinding(
    account,
    asked.name.endsWith('$'),
    field,
    'The name of a group managed service account, and of no other, ends in $.',
  );
  return kind.status === 'failed' ? kind : finding;
}

// The MIM Service knows the synchronization service by this account, and runs no authorization for what it asks.
const sharedWithService = failed(
  'account-shared',
  'The management agent account is the service account. The MIM Service tells the synchronization service by this account and lets it pass without authorization, so it must be an account of its own.',
  { field },
);
