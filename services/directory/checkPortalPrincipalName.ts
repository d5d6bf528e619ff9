import type { CheckId, OpenedAnswers } from '../../machines/pages/screens.ts';
import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { type Finding, failed, passed, unavailable, warning } from '../checks/finding.ts';
import { type AccountName, accountNameOf } from './account.ts';
import { asking, maker } from './askDirectory.ts';
import { holdersOf } from './checkServicePrincipalName.ts';
import { holdingOf } from './domainHolding.ts';
import type { DirectorySettings } from './settings.ts';

const checks = {
  sharePointSite: 'portal-principal-name',
  registrationPortal: 'registration-portal-principal-name',
  resetPortal: 'reset-portal-principal-name',
} as const satisfies Record<string, CheckId>;

type Portal = keyof typeof checks;

/**
 * Checks that `HTTP/<host>` of a portal is registered to the account of its application pool, and to no other: registered to another,
 * or to two, Kerberos fails; to none, browsers fall back to NTLM (Microsoft Learn, "Set up a domain", step 4).
 */
export async function checkPortalPrincipalName(
  subject: PageSubject,
  call: Call,
  settings: DirectorySettings,
): Promise<readonly CheckResult[]> {
  const { page, answers } = subject;
  if (!isPortal(page)) return [];
  const portal = portalOf(page, answers);
  if (!portal) return [];
  const { host, account } = portal;
  const name = `HTTP/${host}`;
  const make = maker(page, call, settings);
  return [
    await make(checks[page], (signal) =>
      asking(subject, settings, signal, async (connection) => {
        const holding = account ? await holdingOf(connection, account.domain) : 'here';
        if (holding !== 'here')
          return unavailable(
            `The configured directory server does not hold the domain of the account, so who holds ${name} can’t be told. Look yourself: setspn -F -Q ${name}`,
          );
        return findingOf(name, await holdersOf(connection, name), account);
      }),
    ),
  ];
}

function isPortal(page: string): page is Portal {
  return Object.hasOwn(checks, page);
}

/** The account of SharePoint's own application pool is not asked for. */
function portalOf(page: Portal, answers: OpenedAnswers): { host: string; account: AccountName | null } | null {
  if (page === 'sharePointSite') {
    const { url } = answers.sharePointSite ?? {};
    return url === undefined ? null : { host: new URL(url).hostname, account: null };
  }
  const site = answers[page];
  return site ? { host: site.host, account: accountNameOf(site.account) } : null;
}

function findingOf(name: string, holders: readonly string[], account: AccountName | null): Finding {
  const holdsIt = (holder: string) => holder.toLowerCase() === account?.name.toLowerCase();
  const register = `setspn -S ${name} ${account ? `${account.domain}\\${account.name}` : '<account of the application pool>'}`;
  if (holders.length === 0) {
    return warning(
      'principal-name-conflict',
      `${name} is registered to nobody, so browsers sign in by NTLM there, if it is allowed. As a domain administrator run: ${register}`,
    );
  }
  const others = account ? holders.filter((holder) => !holdsIt(holder)) : holders.slice(1);
  if (others.length === 0) {
    return passed(
      account
        ? `${name} is registered to ${holders[0]}, and to no other.`
        : `${name} is registered to ${holders[0]}, and to no other. See that the application pool of the web application runs as this account.`,
    );
  }
  const steps = [
    ...others.map((other) => `setspn -D ${name} ${other}`),
    ...(account && !holders.some(holdsIt) ? [register] : []),
  ];
  return failed(
    'principal-name-conflict',
    `${name} is registered to ${holders.join(', ')}; it has to be to the account of the application pool alone. As a domain administrator run: ${steps.join('; ')}`,
  );
}
