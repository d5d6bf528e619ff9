import pg from 'pg';
import type { Ask, Change, StoredRow, Value } from '../ask.ts';
import { Ownership } from '../ownership.ts';
import { StoreUnavailable } from '../unavailable.ts';
import { clientConfigOf, type PostgresSettings, patience, whereOf } from './postgresSettings.ts';
import { prepared } from './prepared.ts';
import { toTrouble } from './trouble.ts';

/** The connections of this process to its database. */
export class Connections {
  readonly #pool: pg.Pool;
  readonly #client: pg.ClientConfig;
  /** Nothing is asked any more once this process may not. */
  readonly ownership = new Ownership();
  /** Host, port and name of the database, without who signs in. */
  readonly where: string;

  constructor({ url, connections = 8, report }: PostgresSettings) {
    this.#client = clientConfigOf(url);
    this.where = whereOf(url);
    this.#pool = new pg.Pool({
      ...this.#client,
      max: connections,
      idleTimeoutMillis: 60_000,
      // What a process has locked that hangs, or is cut off, in the middle of a transaction.
      idle_in_transaction_session_timeout: patience.answer,
    });
    // One that is cut off while a transaction has it says so to the next statement; here it would only end the process.
    this.#pool.on('connect', (client) => void client.on('error', () => {}));
    // An idle one that is cut off is no trouble: the next query takes another.
    this.#pool.on('error', (error) => {
      if (!(toTrouble(error, this.where) instanceof StoreUnavailable)) report(error, { database: this.where });
    });
  }

  /** The pool itself, for libraries that bring their own statements. */
  get pool(): pg.Pool {
    return this.#pool;
  }

  /** Asks, each statement prepared once a connection; every `?` stands for the next value. */
  readonly ask: Ask = async (sql, ...values) => await this.run(sql, values);

  readonly change: Change = async (sql, ...values) => (await this.#query(sql, values, this.#pool)).rowCount ?? 0;

  /** @param client within whose transaction it is asked. */
  async run(sql: string, values: readonly Value[], client?: pg.ClientBase): Promise<StoredRow[]> {
    return (await this.#query(sql, values, client ?? this.#pool)).rows;
  }

  async #query(sql: string, values: readonly Value[], on: pg.Pool | pg.ClientBase): Promise<pg.QueryResult<StoredRow>> {
    this.ownership.check();
    const { name, text } = prepared(sql);
    try {
      return await on.query<StoredRow>({ name, text, values: [...values] });
    } catch (error) {
      throw toTrouble(error, this.where);
    }
  }

  /** All that `act` does, or nothing where it throws. */
  async transaction<T>(act: (client: pg.PoolClient) => Promise<T>, begin = 'begin'): Promise<T> {
    this.ownership.check();
    const client = await this.#connect();
    let broken = false;
    try {
      await client.query(begin);
      const result = await act(client);
      await client.query('commit');
      return result;
    } catch (error) {
      const trouble = toTrouble(error, this.where);
      // One that gives no answer is not asked again: it goes, and its transaction with it.
      broken =
        trouble instanceof StoreUnavailable ||
        (await client.query('rollback').then(
          () => false,
          () => true,
        ));
      throw trouble;
    } finally {
      client.release(broken);
    }
  }

  /** What one process alone may do at a time; the others wait for it. */
  async exclusively<T>(act: () => Promise<T>): Promise<T> {
    const client = new pg.Client({ ...this.#client, query_timeout: 300_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query("select pg_advisory_lock(hashtext('mim-setup'))");
      return await act();
    } finally {
      // The lock ends with the connection.
      await client.end().catch(() => {});
    }
  }

  /** @throws {StoreUnavailable} where the database can't be written to at the moment. */
  async writable(): Promise<void> {
    const [row] = await this.ask('select pg_is_in_recovery() as copy');
    if (row?.['copy']) throw toTrouble({ code: '25006' }, this.where);
  }

  /** A connection of its own, that belongs to no pool. */
  alone(): pg.Client {
    return new pg.Client(this.#client);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw toTrouble(error, this.where);
    }
  }
}
