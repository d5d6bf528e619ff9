import type { StoredRecord } from '../records.ts';
import { readRecords } from '../sqlite/sqliteRecords.ts';

/** Everything that a store holds, as it is at one moment, read without opening it: a service may be running on it. */
export async function* storedRecords({
  database,
  file,
}: {
  readonly database?: string | undefined;
  readonly file: string;
}): AsyncGenerator<StoredRecord> {
  if (database === undefined) return yield* readRecords(file);
  const [{ Connections }, { readRecords: readShared }] = await Promise.all([
    import('../postgres/connections.ts'),
    import('../postgres/postgresRecords.ts'),
  ]);
  const connections = new Connections({ url: database, connections: 1, report: () => {} });
  try {
    yield* readShared(connections);
  } finally {
    await connections.close();
  }
}
