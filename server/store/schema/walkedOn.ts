import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Walks that were moved last are found without reading the others, which may have stood still for weeks. */
export const walkedOn: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('walked_on')
      .on('installation')
      .columns(['updated_at', 'id'])
      .where(sql<boolean>`walk is not null and status not in ('finished', 'cancelled')`)
      .execute();
  },
};
