import { Database } from './database.ts';
import { type JournalEntry, type Row, type Saved, statusNow, toEntry, toRow, toSaved, toWaiting } from './rows.ts';
import type { Step, Waiting } from './step.ts';
import { forgetSecrets, writeStep } from './writeStep.ts';

/** Installations on disk (SQLite). */
export class Store {
  readonly #db: Database;

  /** @param path of the database file, or `:memory:`. */
  constructor(path: string) {
    this.#db = new Database(path);
    this.#db.define('status_now', statusNow);
  }

  load(id: string): Saved | undefined {
    const row = this.#db.get('select * from installation where id = ?', id);
    return row && toSaved(row);
  }

  /** Newest first, from behind `after` on. */
  list(limit: number, status?: string, after?: { readonly createdAt: string; readonly id: string }): Row[] {
    // Each value has a place of its own: numbered ones do not bind on every Node that this runs on.
    const { createdAt = null, id = null } = after ?? {};
    const sql = `select * from installation where (? is null or status_now(status, kept, digest) = ?)
      and (? is null or (created_at, id) < (?, ?)) order by created_at desc, id desc limit ?`;
    const values = [status ?? null, status ?? null, createdAt, createdAt, id, limit];
    return this.#db.all(sql, ...values).map(toRow);
  }

  /** How many there are, by status. */
  counts(): [status: string, count: number][] {
    const rows = this.#db.all(
      'select status_now(status, kept, digest) as status, count(*) as count from installation group by 1',
    );
    return rows.map((row) => [row['status'] as string, row['count'] as number]);
  }

  /** Those that have not ended. */
  unfinished(): Row[] {
    return this.#db.all("select * from installation where status not in ('finished', 'cancelled')").map(toRow);
  }

  /** False where another step got in first, or the outcome is of an asking that no longer counts; nothing is changed then. */
  commit(step: Step): boolean {
    const done = this.#db.transaction(() => writeStep(this.#db, step));
    if (done && step.forget) this.#db.forget();
    return done;
  }

  /** Keeps the answers that still wait for their page; nothing else changes. */
  saveWalk(id: string, walk: string | null): void {
    this.#db.run('update installation set walk = ? where id = ?', walk, id);
  }

  journal(id: string, after = 0, limit = 100_000): JournalEntry[] {
    const sql = 'select * from journal where installation = ? and revision > ? order by revision limit ?';
    return this.#db.all(sql, id, after, limit).map(toEntry);
  }

  /** The calls that were asked for and have not ended; after a crash, those to make again. */
  waiting(id?: string): Waiting[] {
    return this.#db.all('select * from effect where ? is null or installation = ?', id ?? null, id ?? null).map(toWaiting);
  }

  dataKey(id: string): Uint8Array | undefined {
    return this.#db.get('select wrapped from data_key where installation = ?', id)?.['wrapped'] as Uint8Array | undefined;
  }

  sealed(id: string, secret: string): Uint8Array | undefined {
    const row = this.#db.get('select sealed from secret where installation = ? and id = ?', id, secret);
    return row?.['sealed'] as Uint8Array | undefined;
  }

  /** Forgets an installation, its secrets first. */
  delete(id: string): void {
    this.#db.transaction(() => {
      forgetSecrets(this.#db, id);
      this.#db.run('delete from answered where installation = ?', id);
      this.#db.run('delete from installation where id = ?', id);
      return true;
    });
    this.#db.forget();
  }

  /** What was answered to a request with this key; `body` is null where the answer was lost to a crash. */
  answered(scope: string, key: string) {
    const row = this.#db.get('select * from answered where scope = ? and key = ?', scope, key);
    return (
      row && {
        digest: row['digest'] as string,
        status: row['status'] as number | null,
        body: row['body'] as string | null,
        location: row['location'] as string | null,
        installation: row['installation'] as string,
      }
    );
  }

  saveAnswer(scope: string, key: string, status: number, body: string, location: string | null): void {
    const sql = 'update answered set status = ?, body = ?, location = ? where scope = ? and key = ?';
    this.#db.run(sql, status, body, location, scope, key);
  }

  meta(name: string): string | undefined {
    return this.#db.get('select value from meta where name = ?', name)?.['value'] as string | undefined;
  }

  setMeta(name: string, value: string): void {
    this.#db.run('insert or replace into meta values (?, ?)', name, value);
  }

  close(): void {
    this.#db.close();
  }
}
