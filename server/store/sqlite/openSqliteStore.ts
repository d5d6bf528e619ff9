import type { Store } from '../store.ts';
import { CommitMark } from './commitMark.ts';
import { openDatabaseFile } from './databaseFile.ts';
import { SqliteStore } from './sqliteStore.ts';
import { Statements } from './statements.ts';
import { toTrouble } from './trouble.ts';

export interface SqliteSettings {
  /** Path of the database file, or `:memory:`. */
  readonly path: string;
  /** Whether there has to be one already, because something else in its folder belongs to it. */
  readonly expected?: boolean;
  /** For what goes wrong behind anybody's back. */
  report(error: unknown, about: object): void;
}

/**
 * Opens the store that is one file, for the one process that owns it.
 *
 * @throws {NewerForm}
 * @throws {StoreUnavailable}
 */
export async function openSqliteStore({ path, expected = false, report }: SqliteSettings): Promise<Store> {
  const db = await openDatabaseFile(path, expected);
  try {
    const statements = new Statements(db);
    const mark = path === ':memory:' ? undefined : new CommitMark(`${path}-commits`, statements);
    return new SqliteStore({ db, statements, mark, path, report });
  } catch (error) {
    db.close();
    throw toTrouble(error, path);
  }
}
