import { lookup } from 'node:dns/promises';
import { hostname } from 'node:os';
import { isLocalhost } from '../../machines/vocabulary/localhost.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { doesNotResolve } from './connectionFailure.ts';

/** Finds the addresses of a host; rejects, or finds none, where the name does not resolve. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** As every other program on this host finds them: by its hosts file, DNS, and what else the system is set up to ask. */
export const resolveBySystem: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * The addresses of a name by which other computers are to reach a server, one at least.
 *
 * @throws {Problem} `host-unreachable` where the name does not resolve, `name-unsuitable` where it leads every computer to itself.
 *
 * @example
 * await tryConnection({ host, addresses: await addressesOf(host, resolveBySystem), port: 5725 }, signal);
 */
export async function addressesOf(host: string, resolve: Resolve): Promise<readonly string[]> {
  if (isLocalhost(host)) {
    throw new Problem(
      'name-unsuitable',
      `${host} means a different computer on each computer. Enter the name that others know the server by.`,
    );
  }
  const addresses = await resolve(host).catch((cause: unknown) => {
    throw doesNotResolve(host, cause);
  });
  if (addresses.length === 0) throw doesNotResolve(host);
  if (addresses.every(isLoopback) && !isThisHost(host)) {
    throw new Problem(
      'name-unsuitable',
      `${resolvesTo(host, addresses, ', which leads every computer to itself')} Mend the hosts file or DNS so that it leads to the server.`,
    );
  }
  return addresses;
}

/** The sentence that a host resolves to these addresses; `more` goes on in it. */
export function resolvesTo(host: string, addresses: readonly string[], more = ''): string {
  return `${host} resolves to ${addresses.join(', ')}${more}.`;
}

function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\./i.test(address) || address === '::1';
}

/** Some systems resolve their own name to a loopback address. */
function isThisHost(host: string): boolean {
  return firstLabel(host) === firstLabel(hostname());
}

function firstLabel(host: string): string {
  return host.split('.')[0]!.toLowerCase();
}
