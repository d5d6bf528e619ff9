import { randomUUID } from 'node:crypto';
import Cursor from 'pg-cursor';
import type { Value } from '../ask.ts';
import { ownMeta, quoted, type StoredRecord, tableNames, tables } from '../records.ts';
import { StoreNotEmpty } from '../unavailable.ts';
import type { CallJob, CallQueue } from './callQueue.ts';
import type { Connections } from './connections.ts';
import { toTrouble } from './trouble.ts';

/** Rows that are read, and written, at a time. */
const atATime = 100;

/** Everything as it is at one moment, read beside whoever writes on. */
export async function* readRecords(connections: Connections): AsyncGenerator<StoredRecord> {
  const client = connections.alone();
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    for (const table of tableNames) {
      const cursor = client.query(new Cursor<StoredRecord['row']>(`select ${quoted(tables[table])} from ${table}`));
      for (let rows = await cursor.read(atATime); rows.length > 0; rows = await cursor.read(atATime))
        for (const row of rows) if (table !== 'meta' || !ownMeta.includes(String(row['name']))) yield { table, row };
      await cursor.close();
    }
  } catch (error) {
    throw toTrouble(error, connections.where);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Takes everything over, or nothing; the calls among it are put in the queue. @throws {StoreNotEmpty} */
export async function restoreRecords(
  connections: Connections,
  queue: CallQueue,
  records: AsyncIterable<StoredRecord>,
): Promise<void> {
  await connections.transaction(async (client) => {
    const run = (sql: string, ...values: Value[]) => connections.run(sql, values, client);
    if ((await run('select 1 from installation limit 1')).length > 0) throw new StoreNotEmpty(connections.where);
    for await (const { table, row } of records) {
      const job = table === 'effect' ? randomUUID() : undefined;
      const columns = [...tables[table], ...(job ? ['job'] : [])];
      const sql = `insert into ${table} (${quoted(columns)}) values (${columns.map(() => '?').join(', ')})
        ${table === 'meta' ? 'on conflict (name) do update set value = excluded.value' : ''}`;
      await run(sql, ...columns.map((column) => (column === 'job' ? (job ?? null) : (row[column] ?? null))));
      if (job) {
        const data: CallJob = {
          installation: String(row['installation']),
          id: String(row['id']),
          revision: Number(row['revision']),
        };
        await queue.put(client, await queue.queueAt(row['place'] as string | null), [{ id: job, data }]);
      }
    }
  });
}
