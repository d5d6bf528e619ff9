import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { checkDatabase } from './checkDatabase.ts';
import type { SqlSettings } from './settings.ts';

/** What is asked of SQL Server. */
export interface DatabaseChecks {
  /** A result for each check of the page `database`; none where the page has no answers. */
  checkDatabase(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
}

/**
 * The checks that ask SQL Server, as the account of the page, else as the Windows user that this service runs as. Nothing is
 * written to it.
 */
export function databaseChecks(settings: SqlSettings = {}): DatabaseChecks {
  return { checkDatabase: (subject, call) => checkDatabase(subject, call, settings) };
}
