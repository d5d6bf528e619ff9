import sql from 'mssql';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Contact } from './reachServer.ts';

/** The account that the check signs in with (the page's "Check as"). */
export interface Account {
  readonly method: 'ntlm' | 'sql';
  readonly user: string;
  readonly password: string;
  readonly domain?: string | undefined;
}

/** The first row of an answer, its columns by name. */
export type Row = Readonly<Record<string, unknown>>;

/** Somebody signed in to a SQL Server, at its database `master`. */
export interface Session {
  /** Asks one question, in which `@name` stands for the name of the database. Throws a `Problem` where no answer comes. */
  query(question: string, name: string, signal: AbortSignal): Promise<Row>;
  /** Whether the server proved who it is. Null where it is not known. */
  readonly certificateTrusted: boolean | null;
  close(): Promise<void>;
}

/** Where to sign in, for how long to wait, milliseconds, and whom to trust beside the system's authorities (PEM). */
export interface SessionSubject {
  readonly contact: Contact;
  readonly timeout: number;
  readonly ca?: string | undefined;
}

/**
 * Signs in with the account given. A certificate that can't be verified is no hindrance, since most servers have made their
 * own, but it is remembered. Throws a `Problem` where the server refuses.
 */
export async function signIn(subject: SessionSubject, account: Account, signal: AbortSignal): Promise<Session> {
  try {
    return await connect(subject, account, true, signal);
  } catch (error) {
    if (!isAboutCertificate(error)) throw problemOf(error, account);
  }
  return await connect(subject, account, false, signal).catch((error: unknown) => {
    throw problemOf(error, account);
  });
}

async function connect(subject: SessionSubject, account: Account, verify: boolean, signal: AbortSignal): Promise<Session> {
  signal.throwIfAborted();
  const { contact, timeout, ca } = subject;
  const pool = new sql.ConnectionPool({
    server: contact.host,
    port: contact.port,
    // A database that is absent hides behind "Login failed", so the way in is the one that always exists.
    database: 'master',
    authentication: authenticationOf(account),
    connectionTimeout: timeout,
    requestTimeout: timeout,
    pool: { min: 0, max: 1 },
    // Validating, the pool would sign in again and again, without a pause, at a server that refuses its test question.
    validateConnection: false,
    options: {
      appName: 'mim-setup',
      encrypt: contact.encrypts,
      trustServerCertificate: !verify,
      multiSubnetFailover: true,
      ...(ca && { cryptoCredentialsDetails: { ca } }),
    },
  });
  // A connection that breaks later fails the query that meets it; without a listener it would end the process.
  pool.on('error', () => {});
  const close = () => pool.close().catch(() => {});
  try {
    await until(signal, close, pool.connect());
  } catch (error) {
    await close();
    throw error;
  }
  return {
    certificateTrusted: contact.encrypts ? verify : null,
    close,
    query: async (question, name, signal) => {
      const request = pool.request().input('name', sql.NVarChar(128), name);
      const { recordset } = await until(signal, () => request.cancel(), request.query<Row>(question)).catch(noAnswer);
      return recordset?.[0] ?? {};
    },
  };
}

/** Calls the work off when the signal says so, and only while it lasts. */
async function until<T>(signal: AbortSignal, callOff: () => unknown, work: Promise<T>): Promise<T> {
  signal.addEventListener('abort', callOff, { once: true });
  try {
    return await work;
  } finally {
    signal.removeEventListener('abort', callOff);
  }
}

function noAnswer(cause: unknown): never {
  if (cause instanceof sql.RequestError && cause.code === 'EREQUEST' && cause.number) {
    throw new Problem('database-unsuitable', 'SQL Server refuses to answer what the check asks. See its own words.', { cause });
  }
  throw new Problem('host-unreachable', `The connection broke off in the middle of a question. ${askAgain}`, { cause });
}

const askAgain = 'Check that SQL Server is well, and repeat the check.';

function authenticationOf({ method, user, password, domain }: Account) {
  if (method === 'sql') return { type: 'default' as const, options: { userName: user, password } };
  const [before, after] = user.split('\\', 2);
  const [userName = user, userDomain] = after === undefined ? [before, domain] : [after, domain ?? before];
  return { type: 'ntlm' as const, options: { userName, password, domain: (userDomain ?? '').toUpperCase() } };
}

function problemOf(error: unknown, { user }: Account): unknown {
  if (!(error instanceof sql.ConnectionError)) return error;
  if (error.code === 'ELOGIN') {
    return new Problem(
      'database-sign-in-failed',
      `SQL Server refuses to sign ${user} in. Check the user, the password and the kind of account under "Check as".`,
      { cause: error },
    );
  }
  return new Problem('host-unreachable', `The connection broke off while signing in. ${askAgain}`, { cause: error });
}

function isAboutCertificate(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause ?? (at as { originalError?: unknown }).originalError) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string' && /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/.test(code)) return true;
  }
  return false;
}
