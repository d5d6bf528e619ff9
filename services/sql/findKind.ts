import { type Finding, failed, passed, skipped, unavailable, warning } from '../checks/finding.ts';
import { unlessSilent } from '../powershell/powershell.ts';
import { withoutCurrentUser } from './currentUserSession.ts';
import type { Wanted } from './databaseFindings.ts';
import { type DatabaseKind, readKind } from './databaseKind.ts';
import type { Facts } from './serverFacts.ts';
import type { Session } from './session.ts';

/** Whether the database that would be re-used is one of the MIM Service, and of which version, as far as it can be looked into. */
export async function findKind(
  session: Session | undefined,
  { databaseId, databaseStatus, mayOpen, login }: Facts,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Finding> {
  const { name, whenExists } = wanted;
  if (whenExists === 'create') return passed('A new database will be created: there is none to judge.');
  if (!session || databaseId === null) return skipped(`There is no ${name} to look into. Mend that first, and repeat the check.`);
  if (databaseStatus !== null && databaseStatus !== 'ONLINE') {
    return failed('database-unsuitable', `${name} is in the state ${databaseStatus}. Bring it online, and repeat the check.`, {
      field: 'name',
    });
  }
  if (!mayOpen) {
    return unavailable(
      `${login} may not open ${name}, so what is in it can’t be told. Give the account access, or name another under "Check with another account".`,
    );
  }
  const read = async () => kindFinding(await readKind(session, name, signal), wanted, login);
  return unlessSilent(read, withoutCurrentUser);
}

function kindFinding({ isServiceDatabase, hidden, version }: DatabaseKind, { name }: Wanted, login: string): Finding {
  if (!isServiceDatabase) {
    if (hidden) return unavailable(`${login} may not see what ${name} is made of. ${letItLook}`);
    return failed(
      'database-unsuitable',
      `${name} is no database of the MIM Service: it has no tables fim.Objects and fim.ObjectTypeInternal. Name the database that the MIM Service was using.`,
      { field: 'name' },
    );
  }
  if (version === null) {
    if (hidden) return unavailable(`${login} may not read by which build ${name} was made. ${letItLook}`);
    return warning(
      'database-unsuitable',
      `${name} is a database of the MIM Service, but does not say of which version. Setup refuses one that was made by a newer build: check which build used it.`,
    );
  }
  return passed(
    `${name} is a database of the MIM Service, version ${version}. Setup refuses one that was made by a newer build than its own.`,
  );
}

const letItLook =
  'Make it db_owner of the database for the time of the installation, or name another account under "Check with another account".';
