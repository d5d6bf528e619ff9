import pg from 'pg';
import type { Ask, Change, StoredRow, Value } from '../ask.ts';
import type { Release } from '../release.ts';
import { Standing } from '../standing.ts';
import { StoreUnavailable } from '../unavailable.ts';
import { toTrouble } from './trouble.ts';

export interface PostgresSettings {
  /** `postgres://user:password@host:port/database?sslmode=verify-full&sslrootcert=…` */
  readonly url: string;
  /** How many connections this process takes at most, the one that listens left out. */
  readonly connections?: number;
  /** What is to move the installations from now on; nothing, where they are only read or carried over. */
  readonly release?: Release | undefined;
  /** Whether it is only looked into, so that whoever serves it goes on doing so. */
  readonly looks?: boolean;
  /** For what goes wrong behind anybody's back. */
  report(error: unknown, about: object): void;
}

/** How long a connection, and an answer, is waited for, milliseconds. */
const patience = { connect: 2000, answer: 10_000 };

/** The connections of this process to its database. */
export class Connections {
  readonly #pool: pg.Pool;
  readonly #url: string;
  /** Nothing is asked any more once this process may not. */
  readonly standing = new Standing();
  /** Host, port and name of the database, without who signs in. */
  readonly where: string;

  constructor({ url, connections = 8, report }: PostgresSettings) {
    this.#url = url;
    this.where = whereOf(url);
    this.#pool = new pg.Pool({
      ...this.#settings(),
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
    this.standing.check();
    const { name, text } = prepared(sql);
    try {
      return await on.query<StoredRow>({ name, text, values: [...values] });
    } catch (error) {
      throw toTrouble(error, this.where);
    }
  }

  /** All that `act` does, or nothing where it throws. */
  async transaction<T>(act: (client: pg.PoolClient) => Promise<T>, begin = 'begin'): Promise<T> {
    this.standing.check();
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
    const client = new pg.Client({ ...this.#settings(), query_timeout: 300_000 });
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
    return new pg.Client(this.#settings());
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

  #settings(): pg.ClientConfig {
    return {
      connectionString: this.#url,
      application_name: 'mim-setup',
      connectionTimeoutMillis: patience.connect,
      query_timeout: patience.answer,
      keepAlive: true,
    };
  }
}

function whereOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${decodeURIComponent(pathname.slice(1))} at ${hostname || 'localhost'}${port && `:${port}`}`;
}

/** The text as PostgreSQL wants it, and a name by which a connection knows it again. */
function prepared(sql: string): { readonly name: string; readonly text: string } {
  const known = texts.get(sql);
  if (known) return known;
  let count = 0;
  const text = sql.replaceAll('?', () => `$${++count}`);
  const made = { name: `mim-setup ${texts.size}`, text };
  texts.set(sql, made);
  return made;
}

const texts = new Map<string, { readonly name: string; readonly text: string }>();
