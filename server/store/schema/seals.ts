import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Each entry of the journal is tied to the one before by a seal, and the installation to the last one. What is there has none. */
export const seals: Migration = {
  async up(db: Kysely<unknown>) {
    const column = (table: string, name: string) => db.schema.alterTable(table).addColumn(name, 'text').execute();
    await column('journal', 'digest');
    await column('journal', 'seal');
    await column('installation', 'seal');
  },
};
