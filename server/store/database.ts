import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { schema, schemaVersion } from './syncSchema.ts';

/** The file was made by a newer version: this one would not know what it keeps there. */
export class NewerForm extends Error {
  constructor(made: number) {
    super(`It was made by a newer version of mim-setup (its form is ${made}, this one knows ${schemaVersion}).`);
    this.name = 'NewerForm';
  }
}

/** The database file, with each statement prepared where it is used. */
export class Database {
  readonly #db: DatabaseSync;

  /**
   * @param path of the file, or `:memory:`.
   * @throws {NewerForm}
   */
  constructor(path: string) {
    this.#db = new DatabaseSync(path);
    const made = Number(this.get('pragma user_version')?.['user_version'] ?? 0);
    if (made > schemaVersion) {
      this.#db.close();
      throw new NewerForm(made);
    }
    this.#db.exec(schema);
    this.forget();
  }

  /** Makes a function known by its name to the statements. */
  define(name: string, compute: (...values: SQLInputValue[]) => SQLInputValue): void {
    this.#db.function(name, { deterministic: true, varargs: true }, compute);
  }

  get(sql: string, ...values: SQLInputValue[]) {
    return this.#db.prepare(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]) {
    return this.#db.prepare(sql).all(...values);
  }

  run(sql: string, ...values: SQLInputValue[]) {
    return this.#db.prepare(sql).run(...values);
  }

  /** All that `write` does, or nothing where it says false or throws. */
  transaction(write: () => boolean): boolean {
    this.#db.exec('begin immediate');
    try {
      const done = write();
      this.#db.exec(done ? 'commit' : 'rollback');
      return done;
    } catch (error) {
      this.#db.exec('rollback');
      throw error;
    }
  }

  /** Empties the write-ahead log, so that what was deleted does not lie on in it; at the start too, where a crash came first. */
  forget(): void {
    this.#db.exec('pragma wal_checkpoint(truncate)');
  }

  close(): void {
    this.#db.close();
  }
}
