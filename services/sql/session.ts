import sql from 'mssql';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Contact } from './reachServer.ts';
import { outdatedTls, type SeenEncryption } from './seenEncryption.ts';
import { signInRefusal } from './signInRefusal.ts';

/** The account that the check signs in with (the page's "Check with another account"). */
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
  /** Ends the session; never throws. */
  close(): Promise<void>;
}

/** Where to sign in, and how. */
export interface SessionSubject {
  readonly contact: Contact;
  /** How the server was seen to encrypt; null where it does not. */
  readonly encryption: SeenEncryption | null;
  /** How long to wait for the sign-in, and for each answer, milliseconds. */
  readonly timeout: number;
  /** Certificates (PEM) that stand in for the system's authorities. */
  readonly ca?: string | undefined;
}

/**
 * Signs in with the account given, encrypted in the way that was seen to work and in no other: where the server offers no
 * encryption any more, no password is sent. A certificate that proves nothing is no hindrance, since most servers have made their
 * own. Throws a `Problem` where the server refuses.
 */
export async function signIn(subject: SessionSubject, account: Account, signal: AbortSignal): Promise<Session> {
  const refusals: number[] = [];
  return await connect(subject, account, refusals, signal).catch((error: unknown) => {
    throw problemOf(error, account, refusals.at(-1));
  });
}

async function connect(subject: SessionSubject, account: Account, refusals: number[], signal: AbortSignal): Promise<Session> {
  signal.throwIfAborted();
  const { contact, encryption, timeout, ca } = subject;
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
      encrypt: encryption !== null,
      trustServerCertificate: encryption?.distrust !== null,
      multiSubnetFailover: true,
      cryptoCredentialsDetails: { ...(ca && { ca }), ...(encryption?.outdated && outdatedTls) },
    },
    // The library's error has the server's words, and not the number by which they are known in every language.
    beforeConnect: (connection) => void connection.on('errorMessage', ({ number }) => refusals.push(number)),
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

function problemOf(error: unknown, { user }: Account, refusal: number | undefined): unknown {
  if (!(error instanceof sql.ConnectionError)) return error;
  if (error.code === 'ELOGIN') {
    const of = (number: number) => signInRefusal(number, user, checkAccount, error);
    return (refusal !== undefined && of(refusal)) || of(loginFailed);
  }
  return new Problem('host-unreachable', `The connection broke off while signing in. ${askAgain}`, { cause: error });
}

const loginFailed = 18456;
const checkAccount = 'Check the user, the password and the kind of account under "Check with another account".';
