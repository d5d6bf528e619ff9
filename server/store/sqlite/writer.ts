import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ownership } from '../ownership.ts';
import { StoreUnavailable } from '../unavailable.ts';
import type { CommitMark } from './commitMark.ts';
import type { Statements } from './statements.ts';
import { superseded, toTrouble } from './trouble.ts';

interface Settings {
  readonly db: DatabaseSync;
  readonly statements: Statements;
  readonly mark: CommitMark | undefined;
  readonly path: string;
  readonly ownership: Ownership;
}

interface Unit {
  /** Writes, and tells what to do once that is durable. */
  write(): () => void;
  fail(error: unknown): void;
}

/** How long a locked file is tried again, milliseconds. */
const patience = 2000;

/**
 * Writes in the order of asking, and many at a time: what is asked for while one transaction is flushed shares the next. Each is
 * answered only once its own is on disk; one that fails by itself spoils none of the others.
 */
export class Writer {
  readonly #db: DatabaseSync;
  readonly #statements: Statements;
  readonly #mark: CommitMark | undefined;
  readonly #path: string;
  readonly #ownership: Ownership;
  #queue: Unit[] = [];
  #flushing = false;
  #idle: (() => void)[] = [];

  constructor({ db, statements, mark, path, ownership }: Settings) {
    this.#db = db;
    this.#statements = statements;
    this.#mark = mark;
    this.#path = path;
    this.#ownership = ownership;
  }

  /** What `write` tells, once what it has written is on disk. */
  write<T>(write: () => T, then: (result: T) => void = () => {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const unit = () => {
        const result = write();
        return () => {
          then(result);
          resolve(result);
        };
      };
      this.#queue.push({ write: unit, fail: reject });
      if (!this.#flushing) {
        this.#flushing = true;
        setImmediate(() => void this.#flush());
      }
    });
  }

  /** Fulfilled when nothing is left to be written. */
  idle(): Promise<void> {
    return this.#flushing ? new Promise((resolve) => this.#idle.push(resolve)) : Promise.resolve();
  }

  async #flush(): Promise<void> {
    const deadline = Date.now() + patience;
    while (this.#queue.length > 0) {
      const units = this.#queue;
      this.#queue = [];
      try {
        this.#transact(units);
      } catch (error) {
        const trouble = toTrouble(error, this.#path);
        if (trouble instanceof StoreUnavailable && trouble.reason === 'locked' && Date.now() < deadline) {
          this.#queue = [...units, ...this.#queue];
          await pause(20);
        } else if (trouble instanceof StoreUnavailable || units.length === 1) {
          for (const unit of units) unit.fail(trouble);
        } else {
          this.#oneByOne(units);
        }
      }
    }
    this.#flushing = false;
    for (const done of this.#idle.splice(0)) done();
  }

  /** Finds the one that fails by itself. */
  #oneByOne(units: readonly Unit[]): void {
    for (const unit of units) {
      try {
        this.#transact([unit]);
      } catch (error) {
        unit.fail(toTrouble(error, this.#path));
      }
    }
  }

  #transact(units: readonly Unit[]): void {
    this.#ownership.check();
    this.#db.exec('begin immediate');
    let done: (() => void)[];
    try {
      if (this.#mark?.count(this.#statements) === false) throw this.#ownership.lose(superseded(this.#path));
      done = units.map((unit) => unit.write());
      this.#db.exec('commit');
    } catch (error) {
      this.#mark?.takeBack();
      // A full disk has rolled it back already.
      if (this.#db.isTransaction) this.#db.exec('rollback');
      throw error;
    }
    this.#mark?.keep();
    for (const tell of done) tell();
  }
}
