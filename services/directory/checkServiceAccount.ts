import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { passed, waitsFor } from '../checks/finding.ts';
import { type Account, groupsOf } from './account.ts';
import { asking, maker } from './askDirectory.ts';
import { localLogonFinding } from './localLogon.ts';
import { type LocalRights, readLocalRights } from './localRights.ts';
import { kindFinding, lookUp } from './lookUpAccount.ts';
import { retrievalFinding } from './passwordRetrieval.ts';
import { serviceLogonFinding } from './serviceLogon.ts';
import type { DirectorySettings } from './settings.ts';

/**
 * Checks the page `serviceAccount`: the account exists and can be used, is managed or not as the mail server page says, is denied
 * local logon, which decides the account security warning, and may log on as a service; of a group managed one, that this server may
 * retrieve its password.
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
  const known: { account?: Account; rights?: LocalRights | null; groups?: readonly string[] | null } = {};

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
  // Both checks of a right to log on rest on one reading, of the server and of the directory.
  const logon = (signal: AbortSignal) => ({
    name,
    domain,
    deniedLocalLogon,
    sid: known.account?.sid,
    rights: async () => {
      if (known.rights === undefined) known.rights = await readLocalRights(`${domain}\\${name}`, settings, signal);
      return known.rights;
    },
    groups: async () => {
      const { account } = known;
      if (known.groups === undefined && account) {
        const found = await asking(subject, settings, signal, (connection) => groupsOf(connection, account)).catch(
          unlessCalledOff(signal),
        );
        known.groups = found && !('status' in found) ? found : null;
      }
      return known.groups ?? null;
    },
  });
  const localLogon = await make('service-account-local-logon', (signal) => localLogonFinding(logon(signal)));
  const serviceLogon = await make('service-account-service-logon', (signal) => serviceLogonFinding(logon(signal)));
  const retrieval = await make('service-account-password-retrieval', (signal) => {
    const { account } = known;
    if (!account) return waitsFor(exists, unknownRetrieval);
    if (account.kind !== 'groupManaged') return passed(`${name} is no group managed account: nobody retrieves its password.`);
    return asking(subject, settings, signal, (connection) => retrievalFinding(connection, account, answers, settings.server));
  });
  return [exists, kind, localLogon, serviceLogon, retrieval];
}

function unlessCalledOff(signal: AbortSignal) {
  return () => {
    signal.throwIfAborted();
    return null;
  };
}

const choose = 'Name another account, or change "Use Group Managed Service Account" on the mail server page.';
const unknownRetrieval =
  'The account was not looked up, so who may retrieve the password of a managed one can’t be told. Mend that first, or see yourself: Get-ADServiceAccount <name> -Properties PrincipalsAllowedToRetrieveManagedPassword.';
const unknownKind =
  'The account was not looked up, so whether it is managed can’t be told. Mend that first, or see yourself: Get-ADServiceAccount finds managed accounts alone.';
