import { type Finding, failed, passed, skipped, unavailable, warning } from '../checks/finding.ts';
import type { Facts } from './serverFacts.ts';
import { type ServerName, withoutPort } from './serverName.ts';

/** The database that the page names, and what is to become of it. */
export interface Wanted {
  readonly name: string;
  readonly whenExists: 'create' | 'reuse';
}

/** Whether the server is named without a port: the installer is known to fail on one. */
export function portFinding(server: ServerName): Finding {
  if (server.port === undefined) return passed('The server is named without a port.');
  return warning(
    'database-unsuitable',
    `The installer is known to fail on a port in the server’s name. Make a SQL alias for ${withoutPort(server)}, port ${server.port} (cliconfg.exe, on the server where MIM will be installed), and enter the alias.`,
  );
}

/**
 * Whether the account may create the database, or change the one that is re-used. Setup signs in with the account that runs it,
 * which need not be this one: the finding says so.
 */
export function rightsFinding({ login, sysadmin, mayCreate, controls, databaseId }: Facts, wanted: Wanted): Finding {
  const setup = 'Setup itself signs in with the Windows account that runs it: see that it has the same right.';
  if (sysadmin) return passed(`${login} is a sysadmin. ${setup}`);
  if (wanted.whenExists === 'create') {
    if (mayCreate) return passed(`${login} may create databases. ${setup}`);
    return failed(
      'database-rights-missing',
      `${login} may not create databases. Make the account that runs setup a sysadmin for the time of the installation.`,
    );
  }
  if (databaseId === null)
    return skipped(`Whether ${login} may change ${wanted.name} can’t be told: ${login} sees no such database.`);
  if (controls) return passed(`${login} owns ${wanted.name}. ${setup}`);
  return failed(
    'database-rights-missing',
    `${login} does not own ${wanted.name}. Make the account that runs setup its owner, or a sysadmin for the time of the installation.`,
  );
}

/** Whether full-text search is installed, which the MIM Service's database needs. */
export function fullTextFinding({ fullText }: Facts): Finding {
  if (fullText) return passed('Full-text search is installed.');
  return failed(
    'database-unsuitable',
    'Full-text search is not installed. Add "Full-Text and Semantic Extractions for Search" to this instance by SQL Server setup, and repeat the check.',
  );
}

/** Whether the database is there or not, as the page says what is to become of it. */
export function presenceFinding({ databaseId, seesAll, sysadmin, login }: Facts, { name, whenExists }: Wanted): Finding {
  if (databaseId !== null) {
    if (whenExists === 'reuse') return passed(`${name} is there.`);
    return failed('database-exists', `${name} exists already. Name another database, or choose to re-use this one.`, {
      field: 'name',
    });
  }
  if (!seesAll && !sysadmin) {
    return unavailable(
      `${login} may not see all databases (VIEW ANY DATABASE), so whether ${name} exists can’t be told. Look with another account.`,
    );
  }
  if (whenExists === 'create') return passed(`There is no ${name} yet.`);
  return failed('database-missing', `There is no database ${name}. Check its name, or choose to create a new one.`, {
    field: 'name',
  });
}
