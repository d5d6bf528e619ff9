import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { ordered, whole } from './columns.ts';

/**
 * Lists and filters come from indexes; the journal holds what a step has changed, instead of the whole state each time; calls may be
 * made elsewhere; requests are forgotten after a while.
 */
export const twoEngines: Migration = {
  async up(db: Kysely<unknown>) {
    const column = (table: string, name: string, type: 'text' | 'integer') =>
      db.schema.alterTable(table).addColumn(name, type).execute();
    await column('journal', 'changed', 'text');
    await column('journal', 'chart', 'text');
    await column('effect', 'place', 'text');
    await column('effect', 'job', 'text');
    await column('answered', 'revision', 'integer');
    await whole(
      db,
      db.schema
        .createTable('damage')
        .addColumn('installation', ordered(db), (key) => key.primaryKey().references('installation.id').onDelete('cascade')),
    ).execute();
    await index(db, 'newest_by_status').columns(['status', 'created_at desc', 'id desc']).execute();
    await index(db, 'unfinished_by_chart').columns(['chart', 'id']).where(hasNotEnded).execute();
    await index(db, 'unfinished_walks').columns(['id']).where(sql<boolean>`walk is not null and ${hasNotEnded}`).execute();
    await db.schema.createIndex('oldest_answered').on('answered').columns(['at']).execute();
    await db.schema.createIndex('answered_of').on('answered').columns(['installation']).execute();
  },
};

/** Written out, as it was shipped: what reads by these indexes has the words from `endStatuses`. */
const hasNotEnded = sql<boolean>`status not in ('finished', 'cancelled')`;

function index(db: Kysely<unknown>, name: string) {
  return db.schema.createIndex(name).on('installation');
}
