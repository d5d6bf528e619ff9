import { type Finding, failed, passed, unavailable, warning } from '../checks/finding.ts';
import { type Account, type AccountName, type Fault, findAccount } from './account.ts';
import type { Connection } from './connection.ts';
import { holdingOf } from './domainHolding.ts';

/** What came of looking an account up: the account where there is one, and the finding in any case. */
export interface LookedUp {
  readonly account: Account | null;
  readonly finding: Finding;
}

/** Which fields of the page name the account and its domain. */
export interface Fields {
  readonly name: string;
  readonly domain: string;
}

/** Whether the account exists and can be used: enabled, not expired, not locked, with a password that is good. */
export async function lookUp(connection: Connection, asked: AccountName, fields: Fields): Promise<LookedUp> {
  const holding = await holdingOf(connection, asked.domain);
  if (holding === 'nowhere') {
    const message = `The directory knows no domain ${asked.domain}. Check its name.`;
    return { account: null, finding: failed('account-not-found', message, { field: fields.domain }) };
  }
  if (holding === 'elsewhere') {
    const message = `The configured directory server does not hold the domain ${asked.domain}. Configure a domain controller of that domain, or look the account up yourself.`;
    return { account: null, finding: unavailable(message) };
  }
  const account = await findAccount(connection, asked.name, new Date());
  return { account: account?.kind === 'none' ? null : account, finding: findingOf(account, asked, fields) };
}

function findingOf(account: Account | null, { domain, name }: AccountName, fields: Fields): Finding {
  const called = `${domain}\\${name}`;
  if (!account) {
    return failed('account-not-found', `There is no account ${called}. Check its name, or create it.`, { field: fields.name });
  }
  if (account.kind === 'none') {
    return failed('account-not-found', `${called} is no account but a group or something else. Name an account.`, {
      field: fields.name,
    });
  }
  const [fault] = account.faults;
  if (!fault) return passed(`${called} exists and can be used.`);
  return failed('account-unusable', `${called} can’t be used: ${faults[fault]}`, { field: fields.name });
}

const faults: Readonly<Record<Fault, string>> = {
  disabled: 'it is disabled. Enable it.',
  expired: 'it has expired. Extend it.',
  locked: 'it is locked, as after wrong passwords. Unlock it, and see what locks it.',
  passwordToBeChanged: 'its password has to be changed at the next logon, which a service can’t do. Set it, without that option.',
  passwordExpired: 'its password has expired. Set a new one.',
};

const kinds: Readonly<Record<Account['kind'], string>> = {
  regular: 'a regular account',
  groupManaged: 'a group managed service account',
  standaloneManaged: 'a standalone managed service account, which serves one computer alone',
  computer: 'the account of a computer',
  none: 'no account',
};

/**
 * Whether the account is a group managed one, or a regular one, as the page of the mail server says; `choose` says what else to do.
 */
export function kindFinding({ kind }: Account, managed: boolean, field: string, choose: string): Finding {
  if (kind === (managed ? 'groupManaged' : 'regular')) return passed(`It is ${kinds[kind]}, as chosen.`);
  const wanted = managed ? kinds.groupManaged : kinds.regular;
  return failed('account-kind-mismatch', `It is ${kinds[kind]}, and ${wanted} was chosen. ${choose}`, { field });
}

/** Whether two accounts are the same one, however they are written. */
export function isSame(one: AccountName, other: AccountName): boolean {
  return lower(one.name) === lower(other.name) && shortDomain(one.domain) === shortDomain(other.domain);
}

/** Something to know of an account that is otherwise well. */
export function shared(message: string): Finding {
  return warning('account-shared', message);
}

/** By its first label: `contoso` and `contoso.com` are the same domain wherever nobody has renamed one. */
function shortDomain(domain: string): string {
  return lower(domain).split('.')[0] ?? '';
}

function lower(text: string): string {
  return text.toLowerCase();
}
