/** A row of one of the tables, in the words that both engines share: what backups are made of, and moved by. */
export interface StoredRecord {
  readonly table: TableName;
  readonly row: Readonly<Record<string, string | number | null | Uint8Array>>;
}

/** What is carried over, in an order in which each finds what it refers to; the columns are those of the present form. */
export const tables = {
  meta: ['name', 'value'],
  installation: [
    'id',
    'name',
    'mode',
    'rehearsal',
    'created_at',
    'updated_at',
    'who',
    'status',
    'page',
    'option',
    'revision',
    'chart',
    'kept',
    'digest',
    'walk',
    'runner',
    'seal',
  ],
  journal: [
    'installation',
    'revision',
    'at',
    'who',
    'event',
    'from_page',
    'to_page',
    'kept',
    'changed',
    'chart',
    'digest',
    'seal',
  ],
  effect: ['installation', 'id', 'revision', 'service', 'input', 'place'],
  data_key: ['installation', 'wrapped'],
  secret: ['installation', 'id', 'sealed'],
  runner: ['name', 'code', 'code_expires', 'token', 'enrolled_at', 'seen_at', 'about'],
  answered: ['scope', 'key', 'digest', 'installation', 'status', 'body', 'location', 'at', 'revision'],
} as const;

/** One of the tables that are carried over. */
export type TableName = keyof typeof tables;

/** Their names, in the order of {@link tables}. */
export const tableNames = Object.keys(tables) as [TableName, ...TableName[]];

/**
 * Names of columns, as a list in SQL.
 *
 * @example quoted(['id', 'at']) // "id", "at"
 */
export function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

/** Whether a column holds bytes. */
export function bytesIn(table: TableName, column: string): boolean {
  return (table === 'data_key' && column === 'wrapped') || (table === 'secret' && column === 'sealed');
}

/** What belongs to one database and not to what is kept in it: how many commits it has seen, when it was last tried, who serves it. */
export const ownMeta: readonly string[] = ['commits', 'written', 'in force'];
