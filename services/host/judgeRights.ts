import { type Finding, failed, passed, unavailable } from '../checks/finding.ts';
import type { HostAsked } from './hostAsked.ts';
import type { HostFacts } from './hostFacts.ts';

/**
 * Whether the installing user is local administrator, farm administrator of SharePoint where the portal is installed, and sysadmin
 * of the SQL Server where a database is ("Before you begin" of the guide; MIMDocs issues 182 and 194; TechNet hh332711).
 */
export function judgeRights(facts: HostFacts, { portal, sqlServer }: HostAsked): Finding {
  const rights: readonly Right[] = [
    { has: facts.localAdministrator, name: 'local administrator of this server', why: facts.unanswered['localAdministrator'] },
    ...(portal
      ? [
          {
            has: facts.farmAdministrator ?? null,
            name: 'farm administrator of SharePoint',
            why: facts.unanswered['farmAdministrator'] ?? facts.unanswered['sharePoint'],
          },
        ]
      : []),
    ...(sqlServer ? [{ has: facts.sysadmin ?? null, name: `sysadmin of ${sqlServer}`, why: facts.unanswered['sysadmin'] }] : []),
  ];
  const user = facts.user ?? 'The installing user';
  const missing = rights.filter(({ has }) => has === false);
  const unknown = rights.filter(({ has }) => has === null);
  const detail = unknown.map(({ name, why }) => `${name}: ${why ?? 'no answer'}`).join('; ');

  if (missing.length > 0) {
    return failed(
      'host-unsuitable',
      `${user} is not ${namesOf(missing, ' or ')}. Grant it for the time of the installation, or start the service as a user who is.`,
      detail ? { detail } : {},
    );
  }
  if (unknown.length > 0) {
    return {
      ...unavailable(`Whether ${user} is ${namesOf(unknown)} can't be told. See that it is so before you install.`),
      detail,
    };
  }
  return passed(`${user} is ${namesOf(rights)}.`);
}

interface Right {
  /** Null where it can't be told, for the reason `why`. */
  readonly has: boolean | null;
  readonly name: string;
  readonly why: string | undefined;
}

function namesOf(rights: readonly Right[], between = ' and '): string {
  return rights.map(({ name }) => name).join(between);
}
