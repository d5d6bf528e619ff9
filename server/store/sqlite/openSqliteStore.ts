import { Ownership } from '../ownership.ts';
import { arrivalOf, type Release } from '../release.ts';
import type { Store } from '../store.ts';
import { CommitMark } from './commitMark.ts';
import { openDatabaseFile } from './databaseFile.ts';
import { SqliteStore } from './sqliteStore.ts';
import { Statements } from './statements.ts';
import { superseded, toTrouble } from './trouble.ts';
import { Writer } from './writer.ts';

/** Which file, and what it is opened for. */
export interface SqliteSettings {
  /** Path of the database file, or `:memory:`. */
  readonly path: string;
  /** Whether there has to be one already, because something else in its folder belongs to it. */
  readonly expected?: boolean;
  /** What is to move the installations from now on; nothing, where they are only read or carried over. */
  readonly release?: Release | undefined;
  /** Aborts where another process has taken the file. */
  readonly taken?: AbortSignal | undefined;
  /** For what goes wrong behind anybody's back. */
  report(error: unknown, about: object): void;
}

/**
 * Opens the store that is one file, for the one process that owns it.
 *
 * @throws {NewerForm}
 * @throws {NewerChart}
 * @throws {StoreUnavailable}
 */
export async function openSqliteStore({ path, expected = false, release, taken, report }: SqliteSettings): Promise<Store> {
  const ownership = new Ownership();
  const lose = () => void ownership.lose(superseded(path));
  if (taken?.aborted) lose();
  taken?.addEventListener('abort', lose, { once: true });
  const db = await openDatabaseFile(path, expected);
  try {
    const statements = new Statements(db);
    const mark = path === ':memory:' ? undefined : new CommitMark(path, statements);
    const writer = new Writer({ db, statements, mark, path, ownership });
    // By this commit too a process that had the file before, and lost its lock, finds that it has it no more.
    await writer.write(() => release && arrive(statements, release));
    return new SqliteStore({ db, statements, mark, path, ownership, writer, report });
  } catch (error) {
    db.close();
    throw toTrouble(error, path);
  }
}

function arrive(statements: Statements, release: Release): void {
  const known = statements.get("select value from meta where name = 'releases'")?.['value'];
  const releases = arrivalOf(release, known === undefined ? undefined : String(known));
  statements.run("insert or replace into meta values ('releases', ?)", releases);
}
