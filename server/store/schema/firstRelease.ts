import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { bytes, ordered, whole } from './columns.ts';

/** The tables as the first release made them; where it has, nothing is changed. */
export const firstRelease: Migration = {
  async up(db: Kysely<unknown>) {
    const table = (name: string) => db.schema.createTable(name).ifNotExists();
    await whole(
      db,
      table('meta')
        .addColumn('name', ordered(db), (column) => column.primaryKey())
        .addColumn('value', 'text', needed),
    ).execute();
    await whole(
      db,
      table('installation')
        .addColumn('id', ordered(db), (column) => column.primaryKey())
        .addColumn('name', 'text')
        .addColumn('mode', 'text', needed)
        .addColumn('rehearsal', 'text')
        .addColumn('created_at', ordered(db), needed)
        .addColumn('updated_at', 'text', needed)
        .addColumn('who', 'text', needed)
        .addColumn('status', ordered(db), needed)
        .addColumn('page', 'text', needed)
        .addColumn('option', 'text')
        .addColumn('revision', 'integer', needed)
        .addColumn('chart', ordered(db), needed)
        .addColumn('kept', 'text', needed)
        .addColumn('digest', 'text', needed)
        .addColumn('walk', 'text'),
    ).execute();
    await db.schema.createIndex('newest').ifNotExists().on('installation').columns(['created_at desc', 'id desc']).execute();
    await whole(
      db,
      table('journal')
        .addColumn('installation', ordered(db), ofInstallation)
        .addColumn('revision', 'integer', needed)
        .addColumn('at', 'text', needed)
        .addColumn('who', 'text', needed)
        .addColumn('event', 'text', needed)
        .addColumn('from_page', 'text')
        .addColumn('to_page', 'text', needed)
        .addColumn('kept', 'text', needed)
        .addPrimaryKeyConstraint('journal_key', ['installation', 'revision']),
    ).execute();
    await whole(
      db,
      table('effect')
        .addColumn('installation', ordered(db), ofInstallation)
        .addColumn('id', ordered(db), needed)
        .addColumn('revision', 'integer', needed)
        .addColumn('service', 'text', needed)
        .addColumn('input', 'text', needed)
        .addPrimaryKeyConstraint('effect_key', ['installation', 'id']),
    ).execute();
    await whole(
      db,
      table('data_key')
        .addColumn('installation', ordered(db), (column) => ofInstallation(column).primaryKey())
        .addColumn('wrapped', bytes(db), needed),
    ).execute();
    await whole(
      db,
      table('secret')
        .addColumn('installation', ordered(db), ofInstallation)
        .addColumn('id', ordered(db), needed)
        .addColumn('sealed', bytes(db), needed)
        .addPrimaryKeyConstraint('secret_key', ['installation', 'id']),
    ).execute();
    await whole(
      db,
      table('answered')
        .addColumn('scope', ordered(db), needed)
        .addColumn('key', ordered(db), needed)
        .addColumn('digest', 'text', needed)
        .addColumn('installation', ordered(db), needed)
        .addColumn('status', 'integer')
        .addColumn('body', 'text')
        .addColumn('location', 'text')
        .addColumn('at', ordered(db), needed)
        .addPrimaryKeyConstraint('answered_key', ['scope', 'key']),
    ).execute();
  },
};

function needed(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull();
}

function ofInstallation(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull().references('installation.id').onDelete('cascade');
}
