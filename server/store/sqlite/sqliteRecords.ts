import { DatabaseSync } from 'node:sqlite';
import { setImmediate as breath } from 'node:timers/promises';
import { ownMeta, quoted, type StoredRecord, type TableName, tableNames, tables } from '../records.ts';
import { StoreNotEmpty } from '../unavailable.ts';
import type { Statements } from './statements.ts';
import { toTrouble } from './trouble.ts';

/**
 * Everything as it is at one moment, read beside whoever writes on, who may be another process.
 *
 * @param only the connection of a database in memory, which has no other.
 */
export async function* readRecords(path: string, only?: DatabaseSync): AsyncGenerator<StoredRecord> {
  let own: DatabaseSync | undefined;
  try {
    own = only ? undefined : new DatabaseSync(path, { readOnly: true });
    const db = only ?? own;
    own?.exec('pragma busy_timeout = 5000; begin');
    // The moment is that of the first read.
    own?.prepare('select 1 from meta').get();
    let count = 0;
    for (const table of tableNames) {
      const columns = columnsOf(db!, table);
      if (columns.length === 0) continue;
      const statement = db!.prepare(`select ${quoted(columns)} from ${table}`);
      for (const row of own ? statement.iterate() : statement.all()) {
        if (table === 'meta' && ownMeta.includes(String(row['name']))) continue;
        yield { table, row: row as StoredRecord['row'] };
        count += 1;
        if (count % 100 === 0) await breath();
      }
    }
  } catch (error) {
    throw toTrouble(error, path);
  } finally {
    own?.close();
  }
}

/** Takes everything over, or nothing. @throws {StoreNotEmpty} */
export async function restoreRecords(
  db: DatabaseSync,
  statements: Statements,
  path: string,
  records: AsyncIterable<StoredRecord>,
): Promise<void> {
  if (statements.get('select 1 from installation limit 1') !== undefined) throw new StoreNotEmpty(path);
  db.exec('begin immediate');
  try {
    for await (const record of records) putRecord(statements, record);
    db.exec('commit');
  } catch (error) {
    if (db.isTransaction) db.exec('rollback');
    throw toTrouble(error, path);
  }
}

function putRecord(statements: Statements, { table, row }: StoredRecord): void {
  const columns = tables[table];
  const sql = `insert or replace into ${table} (${quoted(columns)}) values (${columns.map(() => '?').join(', ')})`;
  statements.run(sql, ...columns.map((column) => row[column] ?? null));
}

/** An older release has made fewer of them. */
function columnsOf(db: DatabaseSync, table: TableName): string[] {
  const there = new Set(
    db
      .prepare('select name from pragma_table_info(?)')
      .all(table)
      .map((row) => row['name']),
  );
  return tables[table].filter((column) => there.has(column));
}
