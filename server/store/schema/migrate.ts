import type { Kysely } from 'kysely';
import { type MigrationResultSet, Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';

/** Brings the tables into the form that this release knows; where several processes try at once, one does it. */
export async function migrate(db: Kysely<unknown>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error }: MigrationResultSet = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Which form the tables have; 0 where there are none. */
export async function formOf(db: Kysely<unknown>): Promise<number> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return 0;
  const done = db as Kysely<{ kysely_migration: { name: string } }>;
  return (await done.selectFrom('kysely_migration').select('name').execute()).length;
}
