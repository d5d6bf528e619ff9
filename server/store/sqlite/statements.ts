import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StoredRow, Value } from '../ask.ts';

/** The statements of one connection, each prepared once. */
export class Statements {
  readonly #db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  get(sql: string, ...values: Value[]): StoredRow | undefined {
    return this.#statement(sql).get(...values);
  }

  all(sql: string, ...values: Value[]): StoredRow[] {
    return this.#statement(sql).all(...values);
  }

  /** Tells how many rows were changed. */
  run(sql: string, ...values: Value[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  #statement(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
