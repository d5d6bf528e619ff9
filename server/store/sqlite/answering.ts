import type { Step } from '../step.ts';
import type { Statements } from './statements.ts';

/** Remembers a request, with its answer where that is known already. */
export function keepAnswering(
  statements: Statements,
  { scope, key, digest, answer }: NonNullable<Step['answering']>,
  id: string,
  revision: number | null,
  at: string,
): void {
  const { status = null, body = null, location = null } = answer ?? {};
  const sql = `insert into answered (scope, key, digest, installation, at, revision, status, body, location)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  statements.run(sql, scope, key, digest, id, at, revision, status, body, location);
}

/** Whether a request with that key is remembered. */
export function isAnswered(statements: Statements, { scope, key }: { readonly scope: string; readonly key: string }): boolean {
  return statements.get('select 1 from answered where scope = ? and key = ?', scope, key) !== undefined;
}
