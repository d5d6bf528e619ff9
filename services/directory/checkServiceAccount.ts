import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { waitsFor } from '../checks/finding.ts';
import { type Account, groupsOf } from './account.ts';
import { asking, maker } from './askDirectory.ts';
import { localLogonFinding } from './localLogon.ts';
import { kindFinding, lookUp } from './lookUpAccount.ts';
import type { DirectorySettings } from './settings.ts';

/**
 * Checks the page `serviceAccount`: the account exists and can be used, is managed or not as the mail server page says, and is
 * denied local logon. The last of them decides the account security warning: it shows unless the check passed.
 */
export async function checkServiceAccount(
  subject: PageSubject,
  call: Call,
  settings: DirectorySettings,
): Promise<readonly CheckResult[]> {
  const { serviceAccount: answers, mailServer } = subject.answers;
  if (!answers) return [];
  const { name, domain, deniedLocalLogon } = answers;
  const make = maker('serviceAccount', call, settings);
  const known: { account?: Account } = {};

  const exists = await make('service-account', (signal) =>
    asking(subject, settings, signal, async (connection) => {
      const { account, finding } = await lookUp(connection, answers, { name: 'name', domain: 'domain' });
      if (account) known.account = account;
      return finding;
    }),
  );
  const kind = await make('service-account-kind', () => {
    if (!known.account) return waitsFor(exists, unknownKind);
    return kindFinding(known.account, mailServer?.managedServiceAccount ?? false, 'name', choose);
  });
  const localLogon = await make('service-account-local-logon', (signal) => {
    const groups = async () => {
      const { account } = known;
      const found = account && (await asking(subject, settings, signal, (connection) => groupsOf(connection, account)));
      return found && !('status' in found) ? found : null;
    };
    return localLogonFinding({ name, domain, deniedLocalLogon, sid: known.account?.sid, groups }, settings, signal);
  });
  return [exists, kind, localLogon];
}

const choose = 'Name another account, or change "Use Group Managed Service Account" on the mail server page.';
const unknownKind =
  'The account was not looked up, so whether it is managed can’t be told. Mend that first, or see yourself: Get-ADServiceAccount finds managed accounts alone.';
