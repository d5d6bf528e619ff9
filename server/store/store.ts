import { createHash } from 'node:crypto';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Effect, Kept } from '../move.ts';
import { schema } from './schema.ts';

/** What is said of an installation without looking into its state. */
export interface Row {
  readonly id: string;
  readonly name: string | null;
  readonly mode: 'rehearsal' | 'live';
  /** How its rehearsal was asked to fail, as JSON. */
  readonly rehearsal: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly status: string;
  readonly page: string;
  readonly option: string | null;
  readonly revision: number;
  /** Version of the chart that it was last moved by. */
  readonly chart: string;
}

export interface Saved extends Row {
  /** Nothing, where what was kept is damaged. */
  readonly kept: Kept | undefined;
  /** Answers that still wait for their page to come up, as JSON. */
  readonly walk: string | null;
}

export interface JournalEntry {
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly event: { readonly type: string };
  readonly from: string | null;
  readonly to: string;
  readonly kept: Kept;
}

/** All that one step writes. It is one transaction: after a crash all of it is there, or nothing. */
export interface Step {
  readonly id: string;
  /** The revision that the step was computed from; 0 for the first. */
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly event: object;
  readonly row: Pick<Row, 'name' | 'mode' | 'rehearsal' | 'status' | 'page' | 'option' | 'chart'>;
  readonly from: string | null;
  readonly kept: Kept;
  readonly walk: string | null;
  readonly started: readonly Effect[];
  readonly stopped: readonly string[];
  /** The call whose outcome this is: the step counts only while that very asking is still waited for. */
  readonly ended?: Asked;
  readonly newKey?: Uint8Array;
  readonly sealed: readonly { readonly id: string; readonly sealed: Uint8Array }[];
  readonly destroyed: readonly string[];
  /** The installation has ended: its secrets, and the key that opens them, go. */
  readonly forget: boolean;
  readonly answering?: { readonly scope: string; readonly key: string; readonly digest: string };
}

/** A service call, and the revision that asked for it. */
export interface Asked {
  readonly id: string;
  readonly revision: number;
}

export interface Waiting extends Asked {
  readonly installation: string;
  readonly effect: Effect;
}

/** Installations on disk (SQLite). */
export class Store {
  readonly #db: DatabaseSync;

  /** @param path of the database file, or `:memory:`. */
  constructor(path: string) {
    this.#db = new DatabaseSync(path);
    this.#db.exec(schema);
  }

  load(id: string): Saved | undefined {
    const row = this.#get('select * from installation where id = ?', id);
    return row && { ...toRow(row), kept: readKept(row['kept'], row['digest']), walk: row['walk'] as string | null };
  }

  /** Newest first, from behind `after` on. */
  list(limit: number, status?: string, after?: { readonly createdAt: string; readonly id: string }): Row[] {
    return this.#all(
      `select * from installation where (?1 is null or status = ?1) and (?2 is null or (created_at, id) < (?2, ?3))
       order by created_at desc, id desc limit ?4`,
      status ?? null,
      after?.createdAt ?? null,
      after?.id ?? null,
      limit,
    ).map(toRow);
  }

  counts(): [status: string, count: number][] {
    const rows = this.#all('select status, count(*) as count from installation group by status');
    return rows.map((row) => [row['status'] as string, row['count'] as number]);
  }

  /** Those that have not ended. */
  unfinished(): Row[] {
    return this.#all("select * from installation where status not in ('finished', 'cancelled')").map(toRow);
  }

  /** False where another step got in first, or the outcome is of an asking that no longer counts; nothing is changed then. */
  commit(step: Step): boolean {
    return this.#transaction(() => {
      if (
        step.ended &&
        !this.#get(
          'select 1 from effect where installation = ? and id = ? and revision = ?',
          step.id,
          step.ended.id,
          step.ended.revision,
        )
      )
        return false;
      if (!this.#saveState(step)) return false;
      this.#writeJournal(step);
      this.#replaceEffects(step);
      this.#keepSecrets(step);
      if (step.answering) {
        const { scope, key, digest } = step.answering;
        this.#run(
          'insert into answered (scope, key, digest, installation, at) values (?, ?, ?, ?, ?)',
          scope,
          key,
          digest,
          step.id,
          step.at,
        );
      }
      return true;
    });
  }

  /** Keeps the answers that still wait for their page; nothing else changes. */
  saveWalk(id: string, walk: string | null): void {
    this.#run('update installation set walk = ? where id = ?', walk, id);
  }

  journal(id: string, after = 0, limit = 100_000): JournalEntry[] {
    return this.#all(
      'select * from journal where installation = ? and revision > ? order by revision limit ?',
      id,
      after,
      limit,
    ).map((row) => ({
      revision: row['revision'] as number,
      at: row['at'] as string,
      who: row['who'] as string,
      event: JSON.parse(row['event'] as string),
      from: row['from_page'] as string | null,
      to: row['to_page'] as string,
      kept: JSON.parse(row['kept'] as string),
    }));
  }

  /** The calls that were asked for and have not ended; after a crash, those to make again. */
  waiting(id?: string): Waiting[] {
    return this.#all('select * from effect where ?1 is null or installation = ?1', id ?? null).map((row) => ({
      installation: row['installation'] as string,
      id: row['id'] as string,
      revision: row['revision'] as number,
      effect: {
        id: row['id'] as string,
        service: row['service'] as Effect['service'],
        input: JSON.parse(row['input'] as string),
      },
    }));
  }

  dataKey(id: string): Uint8Array | undefined {
    return this.#get('select wrapped from data_key where installation = ?', id)?.['wrapped'] as Uint8Array | undefined;
  }

  sealed(id: string, secret: string): Uint8Array | undefined {
    return this.#get('select sealed from secret where installation = ? and id = ?', id, secret)?.['sealed'] as
      | Uint8Array
      | undefined;
  }

  /** Forgets an installation, its secrets first. */
  delete(id: string): void {
    this.#transaction(() => {
      this.#run('delete from secret where installation = ?', id);
      this.#run('delete from data_key where installation = ?', id);
      this.#run('delete from answered where installation = ?', id);
      this.#run('delete from installation where id = ?', id);
      return true;
    });
    this.#db.exec('pragma wal_checkpoint(truncate)');
  }

  /** What was answered to a request with this key; `body` is null where the answer was lost to a crash. */
  answered(scope: string, key: string) {
    const row = this.#get('select * from answered where scope = ? and key = ?', scope, key);
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
    this.#run(
      'update answered set status = ?, body = ?, location = ? where scope = ? and key = ?',
      status,
      body,
      location,
      scope,
      key,
    );
  }

  meta(name: string): string | undefined {
    return this.#get('select value from meta where name = ?', name)?.['value'] as string | undefined;
  }

  setMeta(name: string, value: string): void {
    this.#run('insert or replace into meta values (?, ?)', name, value);
  }

  close(): void {
    this.#db.close();
  }

  #saveState({ id, revision, row, at, kept, walk }: Step): boolean {
    const text = JSON.stringify(kept);
    const values = [at, row.status, row.page, row.option, row.chart, text, digestOf(text), walk];
    const { changes } = revision
      ? this.#run(
          `update installation set revision = revision + 1, updated_at = ?, status = ?, page = ?, option = ?, chart = ?, kept = ?,
           digest = ?, walk = ? where id = ? and revision = ?`,
          ...values,
          id,
          revision,
        )
      : this.#run(
          `insert into installation (id, name, mode, rehearsal, created_at, revision, updated_at, status, page, option, chart, kept,
           digest, walk) values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`,
          id,
          row.name,
          row.mode,
          row.rehearsal,
          at,
          ...values,
        );
    return changes === 1;
  }

  #writeJournal({ id, revision, at, who, event, from, row, kept }: Step): void {
    const values = [id, revision + 1, at, who, JSON.stringify(event), from, row.page, JSON.stringify(kept)];
    this.#run('insert into journal values (?, ?, ?, ?, ?, ?, ?, ?)', ...values);
  }

  #replaceEffects({ id, revision, ended, stopped, started }: Step): void {
    for (const effect of [...stopped, ...(ended ? [ended.id] : [])])
      this.#run('delete from effect where installation = ? and id = ?', id, effect);
    for (const { id: effect, service, input } of started)
      this.#run('insert into effect values (?, ?, ?, ?, ?)', id, effect, revision + 1, service, JSON.stringify(input));
  }

  #keepSecrets({ id, newKey, sealed, destroyed, forget }: Step): void {
    if (newKey) this.#run('insert into data_key values (?, ?)', id, newKey);
    for (const secret of sealed) this.#run('insert into secret values (?, ?, ?)', id, secret.id, secret.sealed);
    for (const secret of destroyed) this.#run('delete from secret where installation = ? and id = ?', id, secret);
    if (!forget) return;
    this.#run('delete from secret where installation = ?', id);
    this.#run('delete from data_key where installation = ?', id);
  }

  #transaction(write: () => boolean): boolean {
    this.#db.exec('begin immediate');
    try {
      const done = write();
      this.#db.exec(done ? 'commit' : 'rollback');
      return done;
    } catch (error) {
      this.#db.exec('rollback');
      throw error;
    }
  }

  #get(sql: string, ...values: SQLInputValue[]) {
    return this.#db.prepare(sql).get(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]) {
    return this.#db.prepare(sql).all(...values);
  }

  #run(sql: string, ...values: SQLInputValue[]) {
    return this.#db.prepare(sql).run(...values);
  }
}

function toRow(row: Record<string, unknown>): Row {
  return {
    id: row['id'] as string,
    name: row['name'] as string | null,
    mode: row['mode'] as Row['mode'],
    rehearsal: row['rehearsal'] as string | null,
    createdAt: row['created_at'] as string,
    updatedAt: row['updated_at'] as string,
    status: readKept(row['kept'], row['digest']) ? (row['status'] as string) : 'damaged',
    page: row['page'] as string,
    option: row['option'] as string | null,
    revision: row['revision'] as number,
    chart: row['chart'] as string,
  };
}

function readKept(kept: unknown, digest: unknown): Kept | undefined {
  if (typeof kept !== 'string' || digestOf(kept) !== digest) return undefined;
  return JSON.parse(kept) as Kept;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
