import type { Ask, Change, StoredRow } from './ask.ts';

/** A runner as it is kept. Of its token, and of the code that it is enrolled by, only digests are. */
export interface RunnerRow {
  readonly name: string;
  /** ISO 8601; null where it has not been enrolled yet. */
  readonly enrolledAt: string | null;
  /** When the code that it may be enrolled by expires, ISO 8601; null where there is none. */
  readonly codeExpires: string | null;
  readonly seenAt: string | null;
  /** Names the connection that it has, to whichever process; null, once that was closed. */
  readonly connection: string | null;
  /** What it said of itself, as JSON. */
  readonly about: string | null;
}

/** A call that only one place can make. */
export interface PlacedCall {
  readonly installation: string;
  readonly service: string;
  readonly place: string;
}

/** What is kept of runners, in the same words for both engines. */
export class RunnerRecords {
  readonly #ask: Ask;
  readonly #change: Change;

  /** @param change is fulfilled when what it changed is durable. */
  constructor(ask: Ask, change: Change) {
    this.#ask = ask;
    this.#change = change;
  }

  /** By name. */
  async list(): Promise<RunnerRow[]> {
    return (await this.#ask('select * from runner order by name')).map(toRow);
  }

  async find(name: string): Promise<RunnerRow | undefined> {
    const [row] = await this.#ask('select * from runner where name = ?', name);
    return row && toRow(row);
  }

  /** The runner that a token is of, by the token's digest. */
  async byToken(digest: string): Promise<RunnerRow | undefined> {
    const [row] = await this.#ask('select * from runner where token = ?', digest);
    return row && toRow(row);
  }

  /** The runner that a code is for, by the code's digest, while it is good. */
  async byCode(digest: string, now: string): Promise<RunnerRow | undefined> {
    const [row] = await this.#ask('select * from runner where code = ? and code_expires > ?', digest, now);
    return row && toRow(row);
  }

  /** Keeps a code by which a runner of this name may be enrolled, in place of an earlier one. */
  async offer(name: string, code: string, expires: string): Promise<void> {
    const sql = `insert into runner (name, code, code_expires) values (?, ?, ?)
      on conflict (name) do update set code = excluded.code, code_expires = excluded.code_expires`;
    await this.#change(sql, name, code, expires);
  }

  /** Takes a code for a token, once. False where the code is not good, or no longer. */
  async enrol(name: string, code: string, token: string, now: string): Promise<boolean> {
    const sql = `update runner set token = ?, enrolled_at = ?, code = null, code_expires = null
      where name = ? and code = ? and code_expires > ?`;
    return (await this.#change(sql, token, now, name, code, now)) === 1;
  }

  /** It has come, by this connection; any that it had before is over. False where its token no longer counts. */
  async connected(name: string, token: string, connection: string, now: string, about: string): Promise<boolean> {
    const sql = 'update runner set connection = ?, seen_at = ?, about = ? where name = ? and token = ?';
    return (await this.#change(sql, connection, now, about, name, token)) === 1;
  }

  /** It has come, and was not let in for what it is. */
  async refused(name: string, token: string, now: string, about: string): Promise<void> {
    const sql = 'update runner set connection = null, seen_at = ?, about = ? where name = ? and token = ?';
    await this.#change(sql, now, about, name, token);
  }

  /** It is still there. False where that connection is no longer the one that counts. */
  async seen(name: string, connection: string, now: string): Promise<boolean> {
    const sql = 'update runner set seen_at = ? where name = ? and connection = ?';
    return (await this.#change(sql, now, name, connection)) === 1;
  }

  /** That connection is closed. */
  async left(name: string, connection: string): Promise<void> {
    await this.#change('update runner set connection = null where name = ? and connection = ?', name, connection);
  }

  /** Its token no longer counts, nor does any code. False where there is none of this name. */
  async remove(name: string): Promise<boolean> {
    return (await this.#change('delete from runner where name = ?', name)) === 1;
  }

  /** The calls that wait for one place, or are made there. */
  async callsAtPlaces(): Promise<PlacedCall[]> {
    const rows = await this.#ask('select installation, service, place from effect where place is not null order by revision');
    return rows.map((row) => ({
      installation: row['installation'] as string,
      service: row['service'] as string,
      place: row['place'] as string,
    }));
  }
}

function toRow(row: StoredRow): RunnerRow {
  return {
    name: row['name'] as string,
    enrolledAt: row['enrolled_at'] as string | null,
    codeExpires: row['code_expires'] as string | null,
    seenAt: row['seen_at'] as string | null,
    connection: row['connection'] as string | null,
    about: row['about'] as string | null,
  };
}
