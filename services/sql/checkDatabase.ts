import type { CheckId } from '../../machines/pages/screens.ts';
import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { type Finding, failed, passed, skipped, unavailable } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { unlessSilent } from '../host/powershell.ts';
import { signInAsCurrentUser, silence, withoutCurrentUser } from './currentUserSession.ts';
import {
  encryptionFinding,
  fullTextFinding,
  kindFinding,
  portFinding,
  presenceFinding,
  rightsFinding,
  serverFinding,
  versionFinding,
} from './databaseFindings.ts';
import { readKind } from './databaseKind.ts';
import { type Contact, contact } from './reachServer.ts';
import { type SeenEncryption, seeEncryption } from './seenEncryption.ts';
import { type Facts, readFacts } from './serverFacts.ts';
import { serverNameOf } from './serverName.ts';
import type { Account, Session, SessionSubject } from './session.ts';
import type { SqlSettings } from './settings.ts';
import { aliasHere } from './sqlAlias.ts';
import { browserPort as standardBrowserPort } from './sqlBrowser.ts';

/**
 * Checks the page `database`, with a result for each check that the page declares. Nothing is written to the server. The checks
 * build on each other: reaching the server, signing in, asking. What can't be checked because an earlier one failed is a
 * warning that says so.
 */
export async function checkDatabase(subject: PageSubject, call: Call, settings: SqlSettings): Promise<readonly CheckResult[]> {
  const answers = subject.answers.database;
  if (!answers) return [];
  const timeout = settings.timeout ?? 15_000;
  const known: { contact?: Contact; encryption?: SeenEncryption | null; session?: Session; facts?: Facts } = {};
  const make = (id: CheckId, find: (signal: AbortSignal) => Promise<Finding> | Finding) =>
    makeCheck({ id, page: 'database', timeout }, call, async (signal) => find(signal));
  const fromFacts = (id: CheckId, find: (facts: Facts, signal: AbortSignal) => Promise<Finding> | Finding) =>
    make(id, (signal) => (known.facts ? find(known.facts, signal) : needs('database-sign-in')));

  try {
    const reachable = await make('database-reachable', async (signal) => {
      known.contact = await reach(answers.server, settings, signal);
      return passed(`${answers.server} answers at ${known.contact.host}, TCP port ${known.contact.port}.`);
    });
    const encrypted = await make('database-encryption', async (signal) => {
      if (!known.contact) return needs('database-reachable');
      known.encryption = await seeEncryption(known.contact, settings.ca, signal);
      return encryptionFinding(known.encryption);
    });
    const signedIn = await make('database-sign-in', async (signal) => {
      if (!known.contact) return needs('database-reachable');
      try {
        const session = open(known.contact, known.encryption, answers, timeout, settings, signal);
        if (!session) return needs('database-encryption');
        known.session = await session;
        known.facts = await readFacts(known.session, answers.name, signal);
        return passed(`Signed in as ${known.facts.login}.`);
      } catch (error) {
        return notSignedIn(error, answers);
      }
    });
    return [
      reachable,
      signedIn,
      await make('database-version', () => {
        if (known.facts) return serverFinding(known.facts);
        return known.contact ? versionFinding(known.contact.version) : needs('database-reachable');
      }),
      await fromFacts('database-rights', (facts) => rightsFinding(facts, answers)),
      await fromFacts('database-full-text', fullTextFinding),
      await fromFacts('database-presence', (facts) => presenceFinding(facts, answers)),
      await fromFacts('database-kind', (facts, signal) => kindOf(known.session, facts, answers, signal)),
      encrypted,
      await make('database-port', () => portFinding(serverNameOf(answers.server))),
    ];
  } finally {
    void known.session?.close();
  }
}

type Answers = NonNullable<PageSubject['answers']['database']>;

function reach(server: string, { alias = aliasHere, browserPort }: SqlSettings, signal: AbortSignal): Promise<Contact> {
  return alias(server, signal).then((behind) =>
    contact(behind ?? serverNameOf(server), browserPort ?? standardBrowserPort, signal),
  );
}

/** Null where an account is named, and how the server encrypts is not known: a password goes by no unknown way. */
function open(
  at: Contact,
  encryption: SeenEncryption | null | undefined,
  { server, checkAs }: Answers,
  timeout: number,
  { ca, ...settings }: SqlSettings,
  signal: AbortSignal,
): Promise<Session> | null {
  if (!checkAs) return Promise.resolve(signInAsCurrentUser({ server, encrypts: at.encrypts, timeout }, settings));
  return encryption === undefined ? null : signIn({ contact: at, encryption, timeout, ca }, checkAs, signal);
}

/** The client for SQL Server brings that of Azure with it: a quarter of what the service takes to start, so it is loaded when it is needed. */
async function signIn(subject: SessionSubject, account: Account, signal: AbortSignal): Promise<Session> {
  const session = await import('./session.ts');
  return await session.signIn(subject, account, signal);
}

/** What can't be tried is a warning; a refusal points to the account, where one is named. */
function notSignedIn(error: unknown, { checkAs }: Answers): Finding {
  const silent = silence(error);
  if (silent) return unavailable(silent);
  if (!(error instanceof Problem)) throw error;
  const field = error.code === 'database-sign-in-failed' && checkAs ? { field: 'checkAs' } : {};
  const detail = error.cause instanceof Error ? { detail: error.cause.message } : {};
  return failed(error.code, error.message, { ...field, ...detail });
}

async function kindOf(
  session: Session | undefined,
  { databaseId, databaseStatus, mayOpen, login }: Facts,
  answers: Answers,
  signal: AbortSignal,
) {
  const { name, whenExists } = answers;
  if (whenExists === 'create') return passed('A new database will be created: there is none to judge.');
  if (!session || databaseId === null) return skipped(`There is no ${name} to look into. Mend that first, and repeat the check.`);
  if (databaseStatus !== null && databaseStatus !== 'ONLINE') {
    return failed('database-unsuitable', `${name} is in the state ${databaseStatus}. Bring it online, and repeat the check.`, {
      field: 'name',
    });
  }
  if (!mayOpen) {
    return unavailable(
      `${login} may not open ${name}, so what is in it can’t be told. Give the account access, or name another under "Check with another account".`,
    );
  }
  const read = async () => kindFinding(await readKind(session, name, signal), answers, login);
  return unlessSilent(read, withoutCurrentUser);
}

function needs(earlier: keyof typeof missing): Finding {
  return skipped(`It can’t be told, because ${missing[earlier]}. Mend that first, and repeat the check.`);
}

const missing = {
  'database-reachable': 'the server was not reached',
  'database-encryption': 'no encryption came about, without which no password is sent',
  'database-sign-in': 'the check is not signed in to the server',
};
