import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { isPostgres } from './columns.ts';

/** How far calls are, for processes that did not hear it. One process alone needs no table for that, and no crash has to spare it. */
export const callProgressTable: Migration = {
  async up(db: Kysely<unknown>) {
    if (!isPostgres(db)) return;
    await sql`create unlogged table told (
      installation text collate "C" not null, call text not null, claim text not null, progress text not null,
      primary key (installation, call)
    )`.execute(db);
  },
};
