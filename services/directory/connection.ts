import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Client, type Entry, type Filter, InvalidCredentialsError, PresenceFilter, ResultCodeError } from 'ldapts';
import { Problem } from '../../machines/ports.ts';
import { refusalOf } from './refusal.ts';

/** Where a directory is, and who asks it. */
export interface DirectoryAccess {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly ca?: string | undefined;
  readonly baseDn?: string | undefined;
}

/** A question to the directory. */
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
  search(search: Search): Promise<readonly Entry[]>;
  close(): void;
}

/** Connects, by LDAPS or StartTLS, and signs in. Throws a `Problem` that says how far it got. */
export async function connect(access: DirectoryAccess, signal: AbortSignal): Promise<Connection> {
  signal.throwIfAborted();
  const { hostname, protocol } = new URL(access.url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const tlsOptions = { host, ...(access.ca && { ca: access.ca }) };
  const transport = onceOnly(signal);
  const client = new Client({ url: access.url, ...transport.connectors, ...(protocol === 'ldaps:' && { tlsOptions }) });
  try {
    if (protocol === 'ldap:') await client.startTLS(tlsOptions);
    await client.bind(access.user, access.password);
    const [root] = await searchWith(client, rootSearch);
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
        searchWith(client, search).catch((error: unknown) => {
          throw problemOf(error, access);
        }),
      close: transport.close,
    };
  } catch (error) {
    transport.close();
    signal.throwIfAborted();
    throw problemOf(error, access);
  }
}

/** The one text of an attribute; empty where it has none. */
export function textOf(entry: Entry | undefined, attribute: string): string {
  return textsOf(entry, attribute)[0] ?? '';
}

/** The texts of an attribute; none where it is absent, which the library gives as an empty list. */
export function textsOf(entry: Entry | undefined, attribute: string): readonly string[] {
  const value = entry?.[attribute];
  return (Array.isArray(value) ? value : [value ?? []].flat()).map(String);
}

/**
 * The library would connect anew when a connection has broken, and then ask, or even send the password, in plain text. So each
 * connection is made once.
 */
function onceOnly(signal: AbortSignal) {
  const sockets: Socket[] = [];
  const close = () => {
    signal.removeEventListener('abort', close);
    for (const socket of sockets) socket.destroy();
  };
  signal.addEventListener('abort', close, { once: true });
  const once = <Connect extends (...args: never[]) => Socket>(make: Connect): Connect => {
    let made = false;
    return ((...args: Parameters<Connect>) => {
      if (made) throw new Error('The connection broke off.');
      made = true;
      const socket = make(...args);
      sockets.push(socket);
      return socket;
    }) as Connect;
  };
  return { connectors: { createConnection: once(connectTcp), createSecureConnection: once(connectTls) }, close };
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

function problemOf(error: unknown, { url, user }: DirectoryAccess): unknown {
  if (error instanceof Problem) return error;
  if (error instanceof InvalidCredentialsError) {
    return new Problem('directory-sign-in-failed', `The directory refuses to sign ${user} in: ${refusalOf(error.message)}`, {
      cause: error,
    });
  }
  if (error instanceof ResultCodeError) {
    return new Problem('directory-sign-in-failed', `The directory at ${url} refuses to answer ${user}. See its own words.`, {
      cause: error,
    });
  }
  if (isAboutCertificate(error)) {
    return new Problem(
      'host-unreachable',
      `The certificate of the directory at ${url} is not trusted here. Name its authority’s certificate in the configuration (ca), and the server as the certificate names it.`,
      { cause: error },
    );
  }
  return new Problem(
    'host-unreachable',
    `The directory at ${url} can’t be reached, or breaks the connection off. Check the address in the configuration, that the server is well, and the firewall between.`,
    { cause: error },
  );
}

function isAboutCertificate(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/.test(code);
}
