import { type CreateTableBuilder, type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';

/** A text that is compared and ordered by its bytes, in both engines alike, whatever language the database is set to. */
export function ordered(db: Kysely<unknown>): RawBuilder<unknown> | 'text' {
  return isPostgres(db) ? sql`text collate "C"` : 'text';
}

/** The type of a column of bytes. */
export function bytes(db: Kysely<unknown>): 'bytea' | 'blob' {
  return isPostgres(db) ? 'bytea' : 'blob';
}

/** In SQLite a row lies at its key, instead of at a number that nothing asks for. */
export function whole<T extends string, C extends string>(
  db: Kysely<unknown>,
  table: CreateTableBuilder<T, C>,
): CreateTableBuilder<T, C> {
  return isPostgres(db) ? table : table.modifyEnd(sql`without rowid`);
}

/** Whether the tables are made in PostgreSQL, and not in SQLite. */
export function isPostgres(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
