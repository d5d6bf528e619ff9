import type { Step } from '../step.ts';
import { isAnswered, keepAnswering } from './answering.ts';
import type { Statements } from './statements.ts';

/** Deletes an installation with all that belongs to it, its secrets first. Tells whether it was there. */
export function deleteInstallation(statements: Statements, id: string, answering: Step['answering']): boolean {
  forgetSecrets(statements, id);
  statements.run('delete from answered where installation = ?', id);
  const wasThere = statements.run('delete from installation where id = ?', id) === 1;
  if (answering && !isAnswered(statements, answering)) keepAnswering(statements, answering, id, null, new Date().toISOString());
  return wasThere;
}

/** Destroys the secrets of an installation, and the key that opens them. */
export function forgetSecrets(statements: Statements, id: string): void {
  statements.run('delete from secret where installation = ?', id);
  statements.run('delete from data_key where installation = ?', id);
}
