import { AndFilter, type Entry, EqualityFilter, OrFilter } from 'ldapts';
import type { Connection } from './connection.ts';
import { textOf } from './entryTexts.ts';

/** What the directory knows of a domain: whether it holds it itself, another server does, or there is none. */
export type Holding = 'here' | 'elsewhere' | 'nowhere';

/** Looks a domain up by either name, `contoso` or `contoso.com`: among those of the forest, and those that it trusts. */
export async function holdingOf(connection: Connection, domain: string): Promise<Holding> {
  const partitions = await connection.search({
    base: `CN=Partitions,${connection.configurationDn}`,
    scope: 'one',
    filter: named('crossRef', 'nETBIOSName', 'dnsRoot', domain),
    attributes: ['nCName', 'nETBIOSName'],
  });
  // Configuration and schema are partitions too, under the name of the forest; only domains have a short name.
  const domains = partitions.filter((partition) => textOf(partition, 'nETBIOSName'));
  if (domains.length > 0) return domains.some((found) => isHeldBy(connection, found)) ? 'here' : 'elsewhere';
  const trusts = await connection.search({
    base: `CN=System,${connection.domainDn}`,
    scope: 'one',
    filter: named('trustedDomain', 'flatName', 'trustPartner', domain),
    attributes: ['cn'],
  });
  return trusts.length > 0 ? 'elsewhere' : 'nowhere';
}

function isHeldBy({ domainDn }: Connection, domain: Entry): boolean {
  return textOf(domain, 'nCName').toLowerCase() === domainDn.toLowerCase();
}

function named(objectClass: string, short: string, long: string, value: string): AndFilter {
  const names = [short, long].map((attribute) => new EqualityFilter({ attribute, value }));
  return new AndFilter({
    filters: [new EqualityFilter({ attribute: 'objectClass', value: objectClass }), new OrFilter({ filters: names })],
  });
}
