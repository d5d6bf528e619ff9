import { type Finding, failed, passed, skipped, unavailable, warning } from '../checks/finding.ts';
import type { DatabaseKind } from './databaseKind.ts';
import type { Facts } from './serverFacts.ts';
import { type ServerName, withoutPort } from './serverName.ts';
import { nameOf, oldestSupported, supportOf, type Version } from './serverVersion.ts';

/** What the page asks for. */
export interface Wanted {
  readonly name: string;
  readonly whenExists: 'create' | 'reuse';
}

/** Whether the name leads to the server without stating a port: the installer is known to fail on one. */
export function portFinding(server: ServerName): Finding {
  if (server.port === undefined) return passed('The server is named without a port.');
  return warning(
    'database-unsuitable',
    `The installer is known to fail on a port in the server’s name. Make a SQL alias for ${withoutPort(server)}, port ${server.port} (cliconfg.exe, on the server where MIM will be installed), and enter the alias.`,
  );
}

export function versionFinding(version: Version): Finding {
  const name = nameOf(version);
  switch (supportOf(version)) {
    case 'older':
      return failed(
        'database-unsuitable',
        `It is ${name}. MIM 2016 SP2 needs at least ${nameOf(oldestSupported)}, which is 2012 with Service Pack 4. Update it, or choose another server.`,
        { field: 'server' },
      );
    case 'newer':
      return warning(
        'database-unsuitable',
        `It is ${name}. MIM 2016 SP2 is known to be supported up to SQL Server 2019. Check with Microsoft before you go on, or choose another server.`,
      );
    case 'supported':
      return passed(`It is ${name}.`);
  }
}

/** Editions in Azure, which answer with versions of their own (`SERVERPROPERTY('EngineEdition')`). */
const azureEngines: readonly (number | null)[] = [5, 6, 8, 9, 11, 12];

export function serverFinding(facts: Facts): Finding {
  if (!azureEngines.includes(facts.engine)) return versionFinding(facts.version);
  return warning(
    'database-unsuitable',
    'It is a SQL database of Azure, on which MIM 2016 SP2 is not known to be supported. Check with Microsoft before you go on, or choose a SQL Server.',
  );
}

/** Setup signs in with the account that runs it, which need not be the one that was checked. */
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

export function fullTextFinding({ fullText }: Facts): Finding {
  if (fullText) return passed('Full-text search is installed.');
  return failed(
    'database-unsuitable',
    'Full-text search is not installed. Add "Full-Text and Semantic Extractions for Search" to this instance by SQL Server setup, and repeat the check.',
  );
}

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

export function kindFinding({ isServiceDatabase, version }: DatabaseKind, { name }: Wanted): Finding {
  if (!isServiceDatabase) {
    return failed(
      'database-unsuitable',
      `${name} is no database of the MIM Service: it has no tables fim.Objects and fim.ObjectTypeInternal, or they are hidden from the account of the check. Name the database that the MIM Service was using.`,
      { field: 'name' },
    );
  }
  if (version === null) {
    return warning(
      'database-unsuitable',
      `${name} is a database of the MIM Service, but does not say of which version. Setup refuses one that was made by a newer build: check which build used it.`,
    );
  }
  return passed(
    `${name} is a database of the MIM Service, version ${version}. Setup refuses one that was made by a newer build than its own.`,
  );
}

/** Whether passwords and data travel unreadable, and whether the other side is known to be the right one. */
export function encryptionFinding(encrypts: boolean, certificateTrusted: boolean | null): Finding {
  if (!encrypts) {
    return warning(
      'database-unsuitable',
      'The server offers no encryption: everything, a password of "Check as" among it, crosses the network in plain text. Give the server a certificate (SQL Server Configuration Manager, Protocols).',
    );
  }
  if (certificateTrusted === false) {
    return warning(
      'database-unsuitable',
      'The connection is encrypted, but nothing proves that the server is the right one: its certificate is not from an authority that this computer trusts, or names another computer. Give the server a certificate of an authority of yours.',
    );
  }
  return passed(
    certificateTrusted ? 'The connection is encrypted, and the server has proved who it is.' : 'The server encrypts connections.',
  );
}
