/** A row of one of the tables, in the words that both engines share: what backups are made of, and moved by. */
export interface StoredRecord {
  readonly table: string;
  readonly row: Readonly<Record<string, string | number | boolean | null | Uint8Array>>;
}
