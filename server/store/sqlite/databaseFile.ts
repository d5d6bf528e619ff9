import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { NewerForm } from '../schema/newerForm.ts';
import { schemaVersion } from '../schema/schemaVersion.ts';
import { StoreUnavailable } from '../unavailable.ts';
import { refuseWhatWasCut } from './cutFile.ts';
import { toTrouble } from './trouble.ts';

/**
 * Opens the database file, for its owner alone, and brings its tables into the form that is known.
 *
 * @param path of the file, or `:memory:`.
 * @param expected whether there has to be one already.
 * @throws {NewerForm}
 * @throws {StoreUnavailable} with what is wrong with the file, and what to do.
 */
export async function openDatabaseFile(path: string, expected: boolean): Promise<DatabaseSync> {
  try {
    if (path !== ':memory:') lookAtFile(path, expected);
    const db = new DatabaseSync(path);
    try {
      const made = Number(db.prepare('pragma user_version').get()?.['user_version'] ?? 0);
      if (made > schemaVersion) throw new NewerForm(made);
      if (made === 0 && expected && isEmpty(db)) throw missing(path, 'holds nothing');
      db.exec(pragmas);
      if (made < schemaVersion) await (await import('./migrateSqlite.ts')).migrateSqlite(db);
      keepToOwner(path);
      // What was deleted does not lie on in the log; at the start too, where a crash came first.
      db.exec('pragma wal_checkpoint(truncate)');
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw toTrouble(error, path);
  }
}

/** On Windows a mode says nothing, the folder's access list does; and a file that is in use can't be given one. */
function keepToOwner(path: string): void {
  if (process.platform === 'win32') return;
  for (const part of ['', '-wal', '-shm']) if (existsSync(path + part)) chmodSync(path + part, 0o600);
}

/** `secure_delete` overwrites what is deleted, so that a destroyed secret does not lie on in a free page. */
const pragmas = `
  pragma busy_timeout = 50;
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma secure_delete = on;
  pragma foreign_keys = on;
  pragma cache_size = -4096;
`;

function lookAtFile(path: string, expected: boolean): void {
  if (!existsSync(path)) {
    if (expected) throw missing(path, 'is not there');
    closeSync(openSync(path, 'a', 0o600));
    return;
  }
  const { size } = statSync(path);
  if (size === 0 && expected) throw missing(path, 'is empty');
  if (size > 0) refuseWhatWasCut(path, size);
}

function missing(path: string, what: string): StoreUnavailable {
  return new StoreUnavailable(
    'damaged',
    `The database ${path} ${what}, though the key that sealed its secrets is kept here. Put back a backup with "mim-setup restore"; or, to begin anew, move the key away.`,
  );
}

function isEmpty(db: DatabaseSync): boolean {
  return db.prepare('select 1 from sqlite_master limit 1').get() === undefined;
}
