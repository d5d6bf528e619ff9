import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { ordered, whole } from './columns.ts';

/** The programs that make calls on other servers, and which of them an installation has been given to. */
export const runners: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('installation').addColumn('runner', 'text').execute();
    await whole(
      db,
      db.schema
        .createTable('runner')
        .addColumn('name', ordered(db), (column) => column.primaryKey())
        .addColumn('code', 'text')
        .addColumn('code_expires', 'text')
        .addColumn('token', 'text')
        .addColumn('enrolled_at', 'text')
        .addColumn('seen_at', 'text')
        .addColumn('connection', 'text')
        .addColumn('about', 'text'),
    ).execute();
    await db.schema.createIndex('calls_by_place').on('effect').columns(['place']).execute();
  },
};
