import type { CheckId } from '../../machines/pages/screens.ts';
import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { type Finding, passed, skipped } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { fullTextFinding, portFinding, presenceFinding, rightsFinding } from './databaseFindings.ts';
import { notSignedIn, openSession } from './databaseSession.ts';
import { encryptionFinding } from './encryptionFinding.ts';
import { findKind } from './findKind.ts';
import { type Contact, contact } from './reachServer.ts';
import { type SeenEncryption, seeEncryption } from './seenEncryption.ts';
import { type Facts, readFacts } from './serverFacts.ts';
import { serverFinding, versionFinding } from './serverFinding.ts';
import { serverNameOf } from './serverName.ts';
import type { Session } from './session.ts';
import type { SqlSettings } from './settings.ts';
import { aliasHere } from './sqlAlias.ts';
import { browserPort as standardBrowserPort } from './sqlBrowser.ts';

/**
 * Checks the page `database`, with a result for each check that the page declares. Nothing is written to the server. The checks
 * build on each other: reaching the server, signing in, asking. What can't be checked because an earlier one failed is
 * skipped, and says so.
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
        const session = openSession(known.contact, known.encryption, answers, timeout, settings, signal);
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
      await fromFacts('database-kind', (facts, signal) => findKind(known.session, facts, answers, signal)),
      encrypted,
      await make('database-port', () => portFinding(serverNameOf(answers.server))),
    ];
  } finally {
    void known.session?.close();
  }
}

function reach(server: string, { alias = aliasHere, browserPort }: SqlSettings, signal: AbortSignal): Promise<Contact> {
  return alias(server, signal).then((behind) =>
    contact(behind ?? serverNameOf(server), browserPort ?? standardBrowserPort, signal),
  );
}

function needs(earlier: keyof typeof missing): Finding {
  return skipped(`It can’t be told, because ${missing[earlier]}. Mend that first, and repeat the check.`);
}

const missing = {
  'database-reachable': 'the server was not reached',
  'database-encryption': 'no encryption came about, without which no password is sent',
  'database-sign-in': 'the check is not signed in to the server',
};
