import { EqualityFilter } from 'ldapts';
import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { type Finding, failed, passed, unavailable } from '../checks/finding.ts';
import type { AccountName } from './account.ts';
import { asking, maker } from './askDirectory.ts';
import type { Connection } from './connection.ts';
import { holdingOf } from './domainHolding.ts';
import { textOf } from './entryTexts.ts';
import type { DirectorySettings } from './settings.ts';

/**
 * Checks that `FIMService/<service address>` is registered to the service account and to no other: with none, or two, Kerberos
 * fails, and with it the portal. Where the service is not installed here, that it is registered to one account.
 */
export async function checkServicePrincipalName(
  subject: PageSubject,
  call: Call,
  settings: DirectorySettings,
): Promise<readonly CheckResult[]> {
  const { serviceAddress, serviceAccount } = subject.answers;
  if (!serviceAddress) return [];
  const name = `FIMService/${serviceAddress.host}`;
  const make = maker('serviceAddress', call, settings);
  return [
    await make('service-principal-name', (signal) =>
      asking(subject, settings, signal, async (connection) => {
        const holding = serviceAccount ? await holdingOf(connection, serviceAccount.domain) : 'here';
        if (holding !== 'here') return unavailable(elsewhere(name));
        return findingOf(name, await holdersOf(connection, name), serviceAccount);
      }),
    ),
  ];
}

/** The accounts that a service principal name is registered to, by name. */
export async function holdersOf(connection: Connection, value: string): Promise<readonly string[]> {
  const filter = new EqualityFilter({ attribute: 'servicePrincipalName', value });
  const entries = await connection.search({ base: connection.domainDn, filter, attributes: ['sAMAccountName'] });
  return entries.map((entry) => textOf(entry, 'sAMAccountName'));
}

function findingOf(name: string, holders: readonly string[], service: AccountName | undefined): Finding {
  const isService = (holder: string) => holder.toLowerCase() === service?.name.toLowerCase();
  const register = service ? `setspn -S ${name} ${service.domain}\\${service.name}` : `setspn -S ${name} <service account>`;
  if (holders.length === 0) {
    return failed('principal-name-conflict', `${name} is registered to nobody. As a domain administrator run: ${register}`, {
      field: 'host',
    });
  }
  const others = service ? holders.filter((holder) => !isService(holder)) : holders.slice(1);
  if (others.length === 0) {
    return passed(
      service
        ? `${name} is registered to ${holders[0]}, and to no other.`
        : `${name} is registered to ${holders[0]}. See that this is the account of the MIM Service.`,
    );
  }
  const remove = others.map((other) => `setspn -D ${name} ${other}`);
  const steps = service && !holders.some(isService) ? [...remove, register] : remove;
  return failed(
    'principal-name-conflict',
    `${name} is registered to ${holders.join(', ')}; it has to be to the service account alone. As a domain administrator run: ${steps.join('; ')}`,
    { field: 'host' },
  );
}

function elsewhere(name: string): string {
  return `The configured directory server does not hold the domain of the service account, so who holds ${name} can’t be told. Look yourself: setspn -F -Q ${name}`;
}
