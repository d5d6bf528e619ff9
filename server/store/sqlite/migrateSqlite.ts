import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { migrate } from '../schema/migrate.ts';
import { schemaVersion } from '../schema/schemaVersion.ts';

/** Brings the tables of a database file into the form that is known. An earlier release refuses it from then on. */
export async function migrateSqlite(db: DatabaseSync): Promise<void> {
  await migrate(new Kysely({ dialect: new SqliteDialect({ database: asKyselyWantsIt(db) }) }));
  db.exec(`pragma user_version = ${schemaVersion}`);
}

function asKyselyWantsIt(db: DatabaseSync): SqliteDatabase {
  return {
    close: () => db.close(),
    prepare(sql) {
      const statement = db.prepare(sql);
      const all = (values: readonly unknown[]) => statement.all(...(values as SQLInputValue[]));
      return {
        reader: statement.columns().length > 0,
        all,
        run: (values) => statement.run(...(values as SQLInputValue[])),
        iterate: (values) => all(values)[Symbol.iterator](),
      };
    },
  };
}
