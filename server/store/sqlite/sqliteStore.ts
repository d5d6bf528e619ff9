import type { DatabaseSync } from 'node:sqlite';
import type { Progress } from '../../../machines/ports/call.ts';
import { lookForDamage } from '../damage.ts';
import type { Claimed, Worker, Working } from '../effects.ts';
import { Listeners } from '../listeners.ts';
import { Loaded } from '../loaded.ts';
import type { News } from '../news.ts';
import { Reader } from '../reader.ts';
import type { StoredRecord } from '../records.ts';
import type { JournalEntry, Saved } from '../rows.ts';
import type { Standing } from '../standing.ts';
import type { Answer, Asked, Committed, Step } from '../step.ts';
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
  readonly standing: Standing;
  readonly writer: Writer;
  report(error: unknown, about: object): void;
}

/** The store that is one file, of the one process that owns it. */
export class SqliteStore extends Reader implements Store {
  readonly #db: DatabaseSync;
  readonly #statements: Statements;
  readonly #mark: CommitMark | undefined;
  readonly #path: string;
  readonly #standing: Standing;
  readonly #writer: Writer;
  readonly #calls: Calls;
  readonly #listeners: Listeners;
  readonly #report: Opened['report'];
  readonly #loaded = new Loaded();
  readonly #tally = new Tally();
  #lastWrite = 0;
  #closed: Promise<void> | undefined;

  constructor({ db, statements, mark, path, standing, writer, report }: Opened) {
    super(async (sql, ...values) => {
      standing.check();
      return reading(path, () => statements.all(sql, ...values));
    });
    this.#db = db;
    this.#statements = statements;
    this.#mark = mark;
    this.#path = path;
    this.#standing = standing;
    this.#writer = writer;
    this.#report = report;
    this.#listeners = new Listeners(report);
    this.#calls = new Calls({
      waiting: (limit, after) => this.allWaiting(limit, after),
      isWaitedFor: (installation, asked) => this.isWaitedFor(installation, asked),
      report,
    });
    void standing.lost.then((why) => this.#standDown(why));
  }

  async load(id: string): Promise<Saved | undefined> {
    this.#standing.check();
    const known = this.#loaded.get(id);
    if (known) return known;
    const found = await this.loadMarked(id);
    if (!found) return undefined;
    const { saved, marked } = found;
    if (saved.kept) this.#loaded.set(saved);
    if (marked !== (saved.kept === undefined))
      void this.#setDamage(saved.kept ? [] : [id], saved.kept ? [id] : []).catch(() => {});
    return saved;
  }

  async revision(id: string): Promise<number | undefined> {
    this.#standing.check();
    return this.#loaded.get(id)?.revision ?? super.revision(id);
  }

  async counts(): Promise<[status: string, count: number][]> {
    this.#standing.check();
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

  async saveWalk(id: string, revision: number, walk: string | null): Promise<boolean> {
    const sql = 'update installation set walk = ? where id = ? and revision = ?';
    return await this.#writer.write(
      () => this.#statements.run(sql, walk, id, revision) === 1,
      (done) => {
        const known = this.#loaded.get(id);
        if (done && known) this.#loaded.set({ ...known, walk });
      },
    );
  }

  async delete(id: string, answering?: Step['answering']): Promise<void> {
    await this.#writer.write(
      () => deleteInstallation(this.#statements, id, answering),
      (wasThere) => {
        this.#loaded.delete(id);
        this.#tally.forget();
        this.#calls.forget(id);
        if (wasThere) this.#listeners.tell({ type: 'deleted', id });
      },
    );
    this.#emptyLog();
  }

  async journal(id: string, after = 0, limit?: number): Promise<JournalEntry[]> {
    const known = this.#loaded.get(id);
    if (known?.kept === undefined || known.revision !== after + 1) return await super.journal(id, after, limit);
    const { kept } = known;
    return (await this.history(id, after, limit)).map((entry) => ({ ...entry, kept }));
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
    this.#standing.check();
    return this.#calls.told(id);
  }

  listen(listener: (news: News) => void, watched?: () => Iterable<string>): () => void {
    return this.#listeners.add(listener, watched);
  }

  async saveAnswer(scope: string, key: string, { status, body, location }: Answer): Promise<void> {
    const sql = 'update answered set status = ?, body = ?, location = ? where scope = ? and key = ?';
    await this.#writer.write(() => this.#statements.run(sql, status, body, location, scope, key));
  }

  forgetAnswers(before: string): Promise<number> {
    return this.#writer.write(() => this.#statements.run('delete from answered where at < ?', before));
  }

  async agree(name: string, proposed: string): Promise<string> {
    return await this.#writer.write(() => {
      this.#statements.run('insert or ignore into meta values (?, ?)', name, proposed);
      return String(this.#statements.get('select value from meta where name = ?', name)?.['value']);
    });
  }

  async keep(name: string, value: string): Promise<void> {
    await this.#writer.write(() => this.#statements.run('insert or replace into meta values (?, ?)', name, value));
  }

  lookForDamage(signal: AbortSignal): Promise<string[]> {
    return lookForDamage(this, (damaged, mended) => this.#setDamage(damaged, mended), signal);
  }

  async health(): Promise<void> {
    this.#standing.check();
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
    this.#loaded.set(toSaved(step, earlier));
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

  async #setDamage(damaged: readonly string[], mended: readonly string[]): Promise<void> {
    await this.#writer.write(
      () => {
        for (const id of damaged)
          this.#statements.run('insert or ignore into damage select id from installation where id = ?', id);
        for (const id of mended) this.#statements.run('delete from damage where installation = ?', id);
      },
      () => this.#tally.forget(),
    );
  }
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw toTrouble(error, path);
  }
}
