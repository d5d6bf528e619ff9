import { closeSync, constants, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { StoreUnavailable } from '../unavailable.ts';
import type { Statements } from './statements.ts';

/**
 * How many commits were made, in the database and beside it. By the count beside it a log that was cut or spoilt is told, which SQLite
 * itself passes over in silence, taking what lies behind for never written. It is written after the commit and not synced, so it is
 * never ahead of what is durable, and at most behind. By the count in it one that another process has made is told.
 */
export class CommitMark {
  readonly #file: number;
  #count: number;

  /** @throws {StoreUnavailable} where commits are missing that were made. */
  constructor(database: string, statements: Statements) {
    const path = `${database}-commits`;
    statements.run("insert or ignore into meta values ('commits', '0')");
    this.#count = countIn(statements);
    const made = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
    if (made > this.#count) throw lost(path, made - this.#count);
    this.#file = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
  }

  /** Within the transaction. False where another process has committed since the last one. */
  count(statements: Statements): boolean {
    this.#count += 1;
    const sql = "update meta set value = ? where name = 'commits' and value = ?";
    return statements.run(sql, String(this.#count), String(this.#count - 1)) === 1;
  }

  /** After it. */
  keep(): void {
    writeSync(this.#file, String(this.#count).padStart(15), 0);
  }

  /** Where the transaction came to nothing. */
  takeBack(): void {
    this.#count -= 1;
  }

  close(): void {
    closeSync(this.#file);
  }
}

function countIn(statements: Statements): number {
  return Number(statements.get("select value from meta where name = 'commits'")?.['value'] ?? 0);
}

function lost(path: string, count: number): StoreUnavailable {
  return new StoreUnavailable(
    'damaged',
    `The last ${count} changes are missing from the database beside ${path}: its log (-wal) was cut, spoilt or left behind, or an older copy was put back. Put the whole of it back, with "mim-setup restore"; or delete ${path} to go on with what is left.`,
  );
}
