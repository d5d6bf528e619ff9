import { type Entry, EqualityFilter, PresenceFilter } from 'ldapts';
import type { Connection } from './connection.ts';
import { textOf, textsOf } from './entryTexts.ts';
import { sidOf } from './sid.ts';

/** An account as an administrator writes it. */
export interface AccountName {
  readonly domain: string;
  readonly name: string;
}

/** An account as the directory knows it. */
export interface Account {
  readonly dn: string;
  readonly sid: string;
  readonly kind: 'regular' | 'groupManaged' | 'standaloneManaged' | 'computer' | 'none';
  /** Why nobody can sign in as it; none of them where one can. */
  readonly faults: readonly Fault[];
  /** Its service principal names. */
  readonly principalNames: readonly string[];
}

/** Why nobody can sign in as an account. */
export type Fault = 'disabled' | 'expired' | 'locked' | 'passwordExpired' | 'passwordToBeChanged';

/** Reads `DOMAIN\user`; it was validated where it was typed in. */
export function accountNameOf(text: string): AccountName {
  const [domain = '', name = ''] = text.split('\\', 2);
  return { domain, name };
}

/** Looks an account up by its name before Windows 2000 (sAMAccountName), as the installer does; null where there is none. */
export async function findAccount(connection: Connection, name: string, now: Date): Promise<Account | null> {
  const filter = new EqualityFilter({ attribute: 'sAMAccountName', value: name });
  const [entry] = await connection.search({ base: connection.baseDn, filter, attributes, bytes: ['objectSid'] });
  return entry ? accountOf(entry, now) : null;
}

/**
 * Every group that counts for the account, nested ones among them, by SID (`tokenGroups`, which the directory works out itself).
 */
export async function groupsOf(connection: Connection, { dn }: Account): Promise<readonly string[]> {
  const filter = new PresenceFilter({ attribute: 'objectClass' });
  const [entry] = await connection.search({
    base: dn,
    scope: 'base',
    filter,
    attributes: ['tokenGroups'],
    bytes: ['tokenGroups'],
  });
  const groups = entry?.['tokenGroups'] ?? [];
  return [groups].flat().filter(Buffer.isBuffer).map(sidOf);
}

const attributes = [
  'objectClass',
  'objectSid',
  'userAccountControl',
  'msDS-User-Account-Control-Computed',
  'accountExpires',
  'lockoutTime',
  'pwdLastSet',
  'servicePrincipalName',
];

// Bits of userAccountControl (MS-ADTS 2.2.16); the last two the server computes when asked.
const disabled = 0x2;
const passwordNeverExpires = 0x10000;
const locked = 0x10;
const passwordExpired = 0x800000;

function accountOf(entry: Entry, now: Date): Account {
  const sid = entry['objectSid'];
  const kind = kindOf(textsOf(entry, 'objectClass'));
  return {
    dn: entry.dn,
    sid: Buffer.isBuffer(sid) ? sidOf(sid) : '',
    kind,
    faults: faultsOf(entry, kind, now),
    principalNames: textsOf(entry, 'servicePrincipalName'),
  };
}

function kindOf(classes: readonly string[]): Account['kind'] {
  if (classes.includes('msDS-GroupManagedServiceAccount')) return 'groupManaged';
  if (classes.includes('msDS-ManagedServiceAccount')) return 'standaloneManaged';
  if (classes.includes('computer')) return 'computer';
  return classes.includes('user') ? 'regular' : 'none';
}

function faultsOf(entry: Entry, kind: Account['kind'], now: Date): readonly Fault[] {
  const control = Number(textOf(entry, 'userAccountControl'));
  const computedText = textOf(entry, 'msDS-User-Account-Control-Computed');
  const computed = Number(computedText);
  const isLocked = computedText ? (computed & locked) !== 0 : Number(textOf(entry, 'lockoutTime')) > 0;
  // The directory itself sees to the passwords of managed accounts.
  const hasPassword = kind === 'regular';
  const mustChange = hasPassword && textOf(entry, 'pwdLastSet') === '0' && (control & passwordNeverExpires) === 0;
  const faults: Readonly<Record<Fault, boolean>> = {
    disabled: (control & disabled) !== 0,
    expired: isPast(textOf(entry, 'accountExpires'), now),
    locked: isLocked,
    passwordToBeChanged: mustChange,
    passwordExpired: hasPassword && !mustChange && (computed & passwordExpired) !== 0,
  };
  return (Object.keys(faults) as Fault[]).filter((fault) => faults[fault]);
}

const never = 0x7fff_ffff_ffff_ffffn;
const ticksToUnixEpoch = 116_444_736_000_000_000n;
const ticksAMillisecond = 10_000n;

/** A point in time as Windows counts: ticks of 100 ns since 1601; 0 and the greatest number mean never. */
function isPast(ticks: string, now: Date): boolean {
  const at = /^\d+$/.test(ticks) ? BigInt(ticks) : 0n;
  if (at === 0n || at === never) return false;
  return (at - ticksToUnixEpoch) / ticksAMillisecond <= BigInt(now.getTime());
}
