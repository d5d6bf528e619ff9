import type { Release } from './release.ts';
import { openSqliteStore } from './sqlite/openSqliteStore.ts';
import type { Store } from './store.ts';

/** Where a store is, and how it is used. */
export interface StoreSettings {
  /** URL of a PostgreSQL database; without it the store is a file. */
  readonly database?: string | undefined;
  /** How many connections to it this process takes at most. */
  readonly connections?: number | undefined;
  /** Path of the file. */
  readonly file: string;
  /** What is to move the installations from now on; nothing, where they are only read or carried over. */
  readonly release?: Release | undefined;
  /** Whether it is only looked into, so that whoever serves a database that several share goes on doing so. */
  readonly looks?: boolean | undefined;
  /** Aborts where another process has taken the file. */
  readonly taken?: AbortSignal | undefined;
  /** Whether the file has to be there already, because something else in its folder belongs to it. */
  readonly expected?: boolean | undefined;
  /** For what goes wrong behind anybody's back. */
  report(error: unknown, about: object): void;
}

/**
 * Opens the store that is configured.
 *
 * @throws {NewerForm}
 * @throws {NewerChart}
 * @throws {OtherRelease} where it is only to be looked into.
 * @throws {StoreUnavailable}
 */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const { database, connections = 8, file, release, looks = false, taken, expected = false, report } = settings;
  if (database === undefined) return await openSqliteStore({ path: file, expected, release, taken, report });
  // Whoever has a file loads no driver.
  const { openPostgresStore } = await import('./postgres/openPostgresStore.ts');
  return await openPostgresStore({ url: database, connections, release, looks, report });
}
