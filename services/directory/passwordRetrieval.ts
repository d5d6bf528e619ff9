import { hostname } from 'node:os';
import { PresenceFilter } from 'ldapts';
import { type Finding, failed, passed, unavailable } from '../checks/finding.ts';
import { type Account, type AccountName, findAccount, groupsOf } from './account.ts';
import type { Connection } from './connection.ts';
import { allowedSids } from './securityDescriptor.ts';

/**
 * Whether this server may retrieve the password of a group managed service account: without that, the MIM Service does not start
 * (Microsoft Learn, "Configure a domain for Group Managed Service Accounts (gMSA) scenario"). It may where it, or a group of it, is
 * among the PrincipalsAllowedToRetrieveManagedPassword.
 */
export async function retrievalFinding(
  connection: Connection,
  account: Account,
  asked: AccountName,
  server = process.platform === 'win32' ? hostname() : undefined,
): Promise<Finding> {
  const look = `Get-ADServiceAccount ${asked.name} -Properties PrincipalsAllowedToRetrieveManagedPassword`;
  if (server === undefined)
    return unavailable(
      `Whether the server may retrieve the password of ${asked.name} can only be told on the server. See by: ${look}`,
    );
  const allowed = await allowedFor(connection, account);
  if (!allowed)
    return unavailable(`Who may retrieve the password of ${asked.name}, the directory does not tell. See by: ${look}`);
  // By its short name, of at most 15 characters.
  const name = `${server.split('.')[0]!.slice(0, 15)}$`;
  const computer = await findAccount(connection, name, new Date());
  if (!computer)
    return unavailable(
      `The directory knows no computer ${name}, so whether it may retrieve the password of ${asked.name} can’t be told. See by: ${look}`,
    );
  const own = [computer.sid, ...(await groupsOf(connection, computer)), ...everybody];
  if (own.some((sid) => allowed.includes(sid))) return passed(`${name} may retrieve the password of ${asked.name}.`);
  return failed(
    'account-unusable',
    `${name} may not retrieve the password of ${asked.name}, so the MIM Service would not start. As a domain administrator, add it to a group that may (Add-ADGroupMember <group> -Members '${name}'), or allow it beside those that may already (Set-ADServiceAccount -PrincipalsAllowedToRetrieveManagedPassword, which takes the whole list); then restart the server. See by: ${look}`,
    { field: 'name' },
  );
}

/** The SIDs that may, or null where the account that asks may not see them. */
async function allowedFor(connection: Connection, { dn }: Account): Promise<readonly string[] | null> {
  const [entry] = await connection.search({
    base: dn,
    scope: 'base',
    filter: new PresenceFilter({ attribute: 'objectClass' }),
    attributes: [attribute],
    bytes: [attribute],
  });
  const descriptor = [entry?.[attribute] ?? []].flat().find(Buffer.isBuffer);
  return descriptor ? allowedSids(descriptor) : null;
}

const attribute = 'msDS-GroupMSAMembership';
/** Everyone, and Authenticated Users. */
const everybody = ['S-1-1-0', 'S-1-5-11'];
