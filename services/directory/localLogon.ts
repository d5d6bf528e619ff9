import { type Finding, passed, warning } from '../checks/finding.ts';
import type { LocalRights } from './localRights.ts';

/** What is known of the account whose logon is in question. */
export interface LogonSubject {
  readonly domain: string;
  readonly name: string;
  /** What the administrator states on the page. */
  readonly deniedLocalLogon?: boolean | undefined;
  /** Its SID, where the directory was asked. */
  readonly sid?: string | undefined;
  /** The rights of this server, or null where they can't be read. */
  rights(): Promise<LocalRights | null>;
  /** The SIDs of all its groups, or null where they can't be had. */
  groups(): Promise<readonly string[] | null>;
}

/**
 * Whether the account is denied local logon: read from the rights of this server on Windows, else as the administrator states.
 * What can't be told counts as allowed, as in the installer's own wizard, and the finding says what to state.
 */
export async function localLogonFinding(subject: LogonSubject): Promise<Finding> {
  const called = `${subject.domain}\\${subject.name}`;
  const rights = await subject.rights();
  if (!rights) return statedFinding(subject, called);
  const deniedTo = (sids: readonly (string | null | undefined)[]) => sids.some((sid) => sid && rights.denied.includes(sid));
  if (deniedTo([subject.sid, rights.account, ...everybody])) return denied(called);
  // The right is mostly denied to a group, so without its groups nobody can tell that the account is allowed.
  const groups = rights.denied.length === 0 ? [] : await subject.groups();
  if (!groups) return statedFinding(subject, called);
  return deniedTo(groups)
    ? denied(called)
    : warning('local-logon-allowed', `${called} may log on locally at this server. ${deny}`);
}

function denied(called: string): Finding {
  return passed(`This server denies ${called} local logon.`);
}

function statedFinding({ deniedLocalLogon }: LogonSubject, called: string): Finding {
  if (deniedLocalLogon === true) return passed(`It is stated that ${called} is denied local logon.`);
  if (deniedLocalLogon === false)
    return warning('local-logon-allowed', `It is stated that ${called} may log on locally. ${deny}`);
  return warning(
    'local-logon-allowed',
    `Whether ${called} is denied local logon can’t be read here. Look on the server (secpol.msc, User Rights Assignment, "Deny log on locally"), and state it on this page ("The account is denied local logon").`,
  );
}

/** Everyone, Authenticated Users, and whoever logs on interactively. */
const everybody = ['S-1-1-0', 'S-1-5-11', 'S-1-5-4'];

const deny =
  'Deny it by group policy: User Rights Assignment, "Deny log on locally", and there too "Deny log on as a batch job" and "Deny access to this computer from the network".';
