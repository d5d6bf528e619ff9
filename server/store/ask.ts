/** What a database holds in one place, in either engine. */
export type Value = string | number | null | Uint8Array;

/** A row by its columns, as the engine gives it; `readRows.ts` makes of it what it means. */
export type StoredRow = Record<string, unknown>;

/** Asks a database; each `?` in the text stands for the next value. */
export type Ask = (sql: string, ...values: Value[]) => Promise<StoredRow[]>;

/** Changes something, durably once it is fulfilled; tells how many rows that were. Each `?` in the text stands for the next value. */
export type Change = (sql: string, ...values: Value[]) => Promise<number>;
