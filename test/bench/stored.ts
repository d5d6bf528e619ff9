import { randomUUID } from 'node:crypto';
import type { StoredRecord } from '../../server/store/records.ts';

/** Statuses as a service for many customers has them: most are over, some are open. */
const mixed = [
  'finished',
  'finished',
  'finished',
  'cancelled',
  'asking',
  'postInstallation',
  'failed',
  'finished',
  'asking',
  'ready',
];

/**
 * As many installations as are asked for, each a copy of those that are given, under an id of its own.
 *
 * @param records of a store that holds one installation.
 */
export async function* copies(
  records: AsyncIterable<StoredRecord>,
  count: number,
  statuses: readonly string[] = mixed,
): AsyncGenerator<StoredRecord> {
  const whole: StoredRecord[] = [];
  for await (const record of records) {
    if (record.table === 'meta') yield record;
    else whole.push(record);
  }
  const original = whole.find(({ table }) => table === 'installation')!.row;
  const journal = whole.filter(({ table }) => table === 'journal');
  for (let number = 0; number < count; number++) {
    const id = randomUUID();
    const at = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
    const status = statuses[number % statuses.length]!;
    yield { table: 'installation', row: { ...original, id, status, created_at: at, updated_at: at } };
    for (const { row } of journal.slice(0, 3)) yield { table: 'journal', row: { ...row, installation: id } };
  }
}
