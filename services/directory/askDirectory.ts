import type { CheckId, PageId } from '../../machines/pages/screens.ts';
import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import type { Finding } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { type Connection, connect } from './connection.ts';
import { accessOf } from './directoryAccess.ts';
import type { DirectorySettings } from './settings.ts';

/** Makes one check of a page, as `makeCheck` does. */
export type Make = (id: CheckId, find: (signal: AbortSignal) => Promise<Finding> | Finding) => Promise<CheckResult>;

/** What makes the checks of this page. */
export function maker(page: PageId, call: Call, { timeout = 15_000 }: DirectorySettings): Make {
  return (id, find) => makeCheck({ id, page, timeout }, call, async (signal) => find(signal));
}

/**
 * Asks the directory over a connection of its own, which is closed afterwards. A finding where the directory, or who asks it, is
 * not named; throws a `Problem` where it can't be reached, or refuses.
 */
export async function asking<T>(
  subject: PageSubject,
  settings: DirectorySettings,
  signal: AbortSignal,
  ask: (connection: Connection) => Promise<T>,
): Promise<T | Finding> {
  const access = accessOf(subject, settings);
  if ('status' in access) return access;
  const connection = await connect(access, signal);
  try {
    return await ask(connection);
  } finally {
    connection.close();
  }
}
