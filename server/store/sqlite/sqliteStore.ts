import type { DatabaseSync } from 'node:sqlite';
import type { Progress } from '../../../machines/ports/call.ts';
import type { Claimed, Worker, Working } from '../effects.ts';
import { Keeper } from '../keeper.ts';
import { Listeners } from '../listeners.ts';
import type { News } from '../news.ts';
import type { Ownership } from '../ownership.ts';
import type { StoredRecord } from '../records.ts';
import type { Asked, Committed, Step } from '../step.ts';
import { toSaved } from '../stepRows.ts';
import type { Store } from '../store.ts';
import type { StoreUnavailable } from '../unavailable.ts';
import { Calls } from './calls.ts';
import type { CommitMark } from './commitMark.ts';
import { deleteInstallation } from './deleteInstallation.ts';
import { readRecords, restoreRecords } from './sqliteRecords.ts';
import type { Statements } from './statements.ts';
import { type Taken, takeSteps } from './takeSteps.ts';
import { Tally } from './tally.ts';
import { toTrouble } from './trouble.ts';
import type { Writer } from './writer.ts';

/** An opened file, and what it is used with. */
export interface Opened {
  readonly path: string;
  readonly db: DatabaseSync;
  readonly statements: Statements;
  readonly mark: CommitMark | undefined;
  readonly ownership: Ownership;
  readonly writer: Writer;
  report(error: unknown, about: object): void;
}

/** The store that is one file, of the one process that owns it. */
export class SqliteStore extends Keeper implements Store {
  readonly #db: DatabaseSync;
  readonly #statements: Statements;
  readonly #mark: CommitMark | undefined;
  readonly #path: string;
  readonly #ownership: Ownership;
  readonly #writer: Writer;
  readonly #calls: Calls;
  readonly #listeners: Listeners;
  readonly #report: Opened['report'];
  readonly #tally = new Tally();
  #lastWrite = 0;
  #closed: Promise<void> | undefined;

  constructor({ db, statements, mark, path, ownership, writer, report }: Opened) {
    super(
      async (sql, ...values) => {
        ownership.check();
        return reading(path, () => statements.all(sql, ...values));
      },
      (sql, ...values) => writer.write(() => statements.run(sql, ...values)),
    );
    this.#db = db;
    this.#statements = statements;
    this.#mark = mark;
    this.#path = path;
    this.#ownership = ownership;
    this.#writer = writer;
    this.#report = report;
    this.#listeners = new Listeners(report);
    this.#calls = new Calls({
      waiting: (limit, after) => this.allWaiting(limit, after),
      isWaitedFor: (installation, asked) => this.isWaitedFor(installation, asked),
      report,
    });
    void ownership.lost.then((why) => this.#standDown(why));
  }

  override async revision(id: string): Promise<number | undefined> {
    this.#ownership.check();
    return this.cache.get(id)?.revision ?? super.revision(id);
  }

  override async counts(): Promise<[status: string, count: number][]> {
    this.#ownership.check();
    if (!this.#tally.counted) this.#tally.count(await super.counts());
    return this.#tally.get();
  }

  commit(...steps: readonly Step[]): Promise<Committed> {
    const holds = (installation: string, asked: Asked) => this.#calls.holds(installation, asked);
    const follow = (taken: readonly Taken[] | Exclude<Committed, 'taken'>) => {
      if (typeof taken === 'string') return;
      for (const one of taken) this.#follow(one);
    };
    return this.#writer
      .write(() => takeSteps(this.#db, this.#statements, steps, holds), follow)
      .then((taken) => (typeof taken === 'string' ? taken : 'taken'));
  }

  override async saveWalk(id: string, revision: number, walk: string | null): Promise<boolean> {
    const done = await super.saveWalk(id, revision, walk);
    const known = this.cache.get(id);
    if (done && known?.revision === revision) this.cache.set(id, { ...known, walk });
    return done;
  }

  async delete(id: string, answering?: Step['answering']): Promise<void> {
    await this.#writer.write(
      () => deleteInstallation(this.#statements, id, answering),
      (wasThere) => {
        this.cache.delete(id);
        this.#tally.forget();
        this.#calls.forget(id);
        if (wasThere) this.#listeners.tell({ type: 'deleted', id });
      },
    );
    this.#emptyLog();
  }

  async isWaitedFor(id: string, asked: Asked): Promise<boolean> {
    return (await this.isAsked(id, asked)) && this.#calls.holds(id, asked);
  }

  work(worker: Worker): Working {
    return this.#calls.work(worker);
  }

  tell(claimed: Claimed, progress: Progress): void {
    if (this.#calls.tell(claimed, progress))
      this.#listeners.tell({ type: 'progress', id: claimed.installation, call: claimed.id, progress });
  }

  async told(id: string): Promise<Progress | undefined> {
    this.#ownership.check();
    return this.#calls.told(id);
  }

  listen(listener: (news: News) => void, watched?: () => Iterable<string>): () => void {
    return this.#listeners.add(listener, watched);
  }

  async health(): Promise<void> {
    this.#ownership.check();
    if (Date.now() - this.#lastWrite < 5000) return;
    const sql = "insert or replace into meta values ('written', ?)";
    await this.#writer.write(() => this.#statements.run(sql, new Date().toISOString()));
    this.#lastWrite = Date.now();
  }

  records(): AsyncIterable<StoredRecord> {
    return readRecords(this.#path, this.#path === ':memory:' ? this.#db : undefined);
  }

  async restore(records: AsyncIterable<StoredRecord>): Promise<void> {
    await restoreRecords(this.#db, this.#statements, this.#path, records);
    this.#tally.forget();
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  /** No other process writes. */
  protected override async isStill(): Promise<boolean> {
    this.#ownership.check();
    return true;
  }

  protected override forgetCounts(): void {
    this.#tally.forget();
  }

  async #close(): Promise<void> {
    await this.#calls.close();
    await this.#writer.idle();
    this.#db.close();
    this.#mark?.close();
  }

  /** Whoever waits here looks once more, and is told that this process is no longer the one to ask. */
  async #standDown(why: StoreUnavailable): Promise<void> {
    this.#report(why, { database: this.#path });
    this.#listeners.tellWatched();
    await this.#calls.close();
  }

  #follow({ step, earlier }: Taken): void {
    this.cache.set(step.id, toSaved(step, earlier));
    this.#tally.move(earlier?.status, step.row.status);
    this.#calls.follow(step);
    if (step.forget) this.#emptyLog();
    this.#listeners.tell({ type: 'moved', id: step.id, revision: step.revision + 1 });
  }

  /** So that what was deleted does not lie on in it. Where a reader holds it up, it is left to the next time. */
  #emptyLog(): void {
    try {
      this.#db.exec('pragma wal_checkpoint(truncate)');
    } catch (error) {
      this.#report(error, { database: this.#path });
    }
  }
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw toTrouble(error, path);
  }
}
