import { Client, type Entry, type Filter, PresenceFilter } from 'ldapts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { DirectoryAccess } from './directoryAccess.ts';
import { directoryProblem } from './directoryProblem.ts';
import { textOf } from './entryTexts.ts';
import { makeTransport } from './transport.ts';

/** A question to the directory. Of what it finds, 100 entries are given at most. */
export interface Search {
  readonly base: string;
  readonly scope?: 'base' | 'one' | 'sub';
  readonly filter: Filter;
  readonly attributes: readonly string[];
  /** Attributes that are bytes, not text. */
  readonly bytes?: readonly string[];
}

/** Somebody signed in to a directory, over an encrypted connection to a server that has proved who it is. */
export interface Connection {
  /** The domain that the server holds, and where to look in it. */
  readonly domainDn: string;
  readonly baseDn: string;
  readonly configurationDn: string;
  /** The entries found; throws a `Problem` where the directory refuses, or breaks off. */
  search(search: Search): Promise<readonly Entry[]>;
  /** Ends the connection at once. */
  close(): void;
}

/**
 * Connects, by LDAPS or StartTLS, and signs in. Throws a `Problem` that says how far it got: `host-unreachable`, or
 * `directory-sign-in-failed`. Called off, it breaks the connection, then and later.
 */
export async function connect(access: DirectoryAccess, signal: AbortSignal): Promise<Connection> {
  signal.throwIfAborted();
  const { hostname, protocol } = new URL(access.url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const tlsOptions = { host, ...(access.ca && { ca: access.ca }) };
  const transport = makeTransport(signal);
  const client = new Client({ url: access.url, ...transport.connectors, ...(protocol === 'ldaps:' && { tlsOptions }) });
  try {
    if (protocol === 'ldap:') await transport.whileItLasts(client.startTLS(tlsOptions));
    await transport.whileItLasts(client.bind(access.user, access.password));
    const [root] = await transport.whileItLasts(searchWith(client, rootSearch));
    const [domainDn, configurationDn] = [textOf(root, 'defaultNamingContext'), textOf(root, 'configurationNamingContext')];
    if (!domainDn || !configurationDn) {
      throw new Problem(
        'host-unreachable',
        `What answers at ${access.url} is no Active Directory. Check the address in the configuration.`,
      );
    }
    return {
      domainDn,
      configurationDn,
      baseDn: access.baseDn ?? domainDn,
      search: (search) =>
        transport.whileItLasts(searchWith(client, search)).catch((error: unknown) => {
          throw directoryProblem(error, access);
        }),
      close: transport.close,
    };
  } catch (error) {
    transport.close();
    signal.throwIfAborted();
    throw directoryProblem(error, access);
  }
}

const rootSearch: Search = {
  base: '',
  scope: 'base',
  filter: new PresenceFilter({ attribute: 'objectClass' }),
  attributes: ['defaultNamingContext', 'configurationNamingContext'],
};

async function searchWith(client: Client, { base, scope = 'sub', filter, attributes, bytes = [] }: Search): Promise<Entry[]> {
  const options = { scope, filter, attributes: [...attributes], explicitBufferAttributes: [...bytes], sizeLimit: 100 };
  return (await client.search(base, options)).searchEntries;
}
