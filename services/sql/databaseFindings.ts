import { type Finding, failed, passed, skipped, unavailable, warning } from '../checks/finding.ts';
import { codeOf } from '../network/connectionFailure.ts';
import { byServicePack, platformsSource, sqlServerSupport } from '../platforms/supportedPlatforms.ts';
import type { DatabaseKind } from './databaseKind.ts';
import type { SeenEncryption } from './seenEncryption.ts';
import type { Facts } from './serverFacts.ts';
import { type ServerName, withoutPort } from './serverName.ts';
import { nameOf, type Version } from './serverVersion.ts';

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
  const { is, platform } = sqlServerSupport(version);
  if (is === 'older' || is === 'outdated') {
    const needed = `${platform.name}${platform.with ? ` with ${platform.with}` : ''}`;
    return failed(
      'database-unsuitable',
      `It is ${name}. MIM 2016 needs ${is === 'older' ? 'at least ' : ''}${needed}. Update it, or choose another server.`,
      { field: 'server', detail: platformsSource },
    );
  }
  if (is === 'byServicePack') return warning('database-unsuitable', `It is ${name}. ${byServicePack(platform)}`, platformsSource);
  if (is === 'newer') {
    return warning(
      'database-unsuitable',
      `It is ${name}. MIM 2016 is known to be supported up to ${platform.name}. Check with Microsoft before you go on, or choose another server.`,
      platformsSource,
    );
  }
  return passed(`It is ${name}.${platform.recommended === false ? ` ${notRecommended}` : ''}`);
}

const notRecommended = 'Microsoft does not recommend it for a new installation.';

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

export function kindFinding({ isServiceDatabase, hidden, version }: DatabaseKind, { name }: Wanted, login: string): Finding {
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

/** Whether passwords and data travel unreadable, and whether the other side is known to be the right one; null without encryption. */
export function encryptionFinding(seen: SeenEncryption | null): Finding {
  if (seen === null) {
    return unsafe(
      'The server offers no encryption: everything, a password of "Check with another account" among it, crosses the network in plain text. Give the server a certificate (SQL Server Configuration Manager, Protocols).',
    );
  }
  const { protocol, outdated, distrust } = seen;
  if (outdated) return unsafe(outdatedWay(protocol), distrust?.message);
  if (distrust === null) return passed('The connection is encrypted, and the server has proved who it is.', protocol);
  if (codeOf(distrust) === 'UNSPECIFIED') return unsafe(tooWeak, distrust.message);
  return unsafe(
    'The connection is encrypted, but nothing proves that the server is the right one: its certificate is not from an authority that this computer trusts, or names another computer. Give the server a certificate of an authority of yours.',
    distrust.message,
  );
}

/**
 * TLS 1.2 came to SQL Server 2012 and 2014 by an update ("TLS 1.2 support for Microsoft SQL Server", KB3135244); the certificate
 * that a server before 2017 makes for itself is signed with SHA-1 ("Configure SQL Server Database Engine for encryption").
 */
function outdatedWay(protocol: string): string {
  const only = /^TLSv1(\.1)?$/.test(protocol)
    ? `it speaks nothing newer than ${protocol.replace('v', ' ').replace(/ 1$/, ' 1.0')}. Install the update that brings TLS 1.2 to it (KB3135244), and turn TLS 1.2 on in Windows; without it, an installation on a server that allows nothing else fails`
    : 'its certificate is signed with SHA-1, as the one is that SQL Server 2012 to 2016 make for themselves. Give it one that is signed with SHA-256 (SQL Server Configuration Manager, Protocols), and restart it';
  return `The server encrypts only in a way that is no longer safe: ${only}. For this check alone it was accepted.`;
}

const tooWeak =
  'The connection is encrypted, but the certificate is too weak to prove who the server is. Give the server one with an RSA key of 2048 bits or more, signed with SHA-256 (SQL Server Configuration Manager, Protocols), and restart it.';

function unsafe(message: string, detail?: string): Finding {
  return warning('database-unsuitable', message, detail);
}
