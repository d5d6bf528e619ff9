import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { databaseChecks } from '../../services/sql/databaseChecks.ts';
import type { SqlSettings } from '../../services/sql/settings.ts';
import { heldInGerman } from '../language/heldInGerman.ts';
import { answersOf, type World } from '../peers/sql/contosoSql.ts';
import { type SqlServerPeer, type SqlServerSettings, startSqlServer } from '../peers/sql/sqlServer.ts';

export type DatabaseAnswers = NonNullable<PageSubject['answers']['database']>;

/** A password that must turn up nowhere. */
export const password = 'Passw0rd!Sa';
export const asSa = { method: 'sql', user: 'sa', password } as const;

/** A server of this world, at which `sa` and `clerk` can sign in. */
export function startWorld(world: World, more: Partial<SqlServerSettings> = {}): Promise<SqlServerPeer> {
  const logins = { sa: password, clerk: 'clerk' };
  return startSqlServer({ version: world.version, logins, answer: answersOf(world), ...more });
}

/** Results by check, and each progress that was told. */
export async function ask(answers: Partial<DatabaseAnswers>, settings: SqlSettings = {}, signal = new AbortController().signal) {
  const told: unknown[] = [];
  const call: Call = { signal, progress: (progress) => told.push(progress) };
  const database: DatabaseAnswers = { server: '127.0.0.1', name: 'FIMService', whenExists: 'create', checkAs: asSa, ...answers };
  const subject: PageSubject = { installation: 'test', page: 'database', answers: { database } };
  const results = await databaseChecks({ timeout: 5_000, ...settings }).checkDatabase(subject, call);
  return { results: heldInGerman(results), told, ...byId(results) };
}

function byId(results: readonly CheckResult[]) {
  const of = (id: CheckResult['id']) => {
    const result = results.find((one) => one.id === id);
    if (!result) throw new Error(`There is no result for ${id}.`);
    return result;
  };
  return { of };
}
