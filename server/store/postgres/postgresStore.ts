import type { Progress } from '../../../machines/ports/call.ts';
import type { Asked } from '../effect.ts';
import type { Claimed, Worker, Working } from '../effects.ts';
import { Keeper } from '../keeper.ts';
import type { News } from '../news.ts';
import { toWaiting } from '../readRows.ts';
import type { StoredRecord } from '../records.ts';
import type { Saved } from '../rows.ts';
import type { Committed, Step } from '../step.ts';
import { toSaved } from '../stepRows.ts';
import type { Store } from '../store.ts';
import type { StoreUnavailable } from '../unavailable.ts';
import { CallProgressStore } from './callProgressStore.ts';
import type { CallQueue } from './callQueue.ts';
import { Calls } from './calls.ts';
import { Committer } from './committer.ts';
import type { Connections } from './connections.ts';
import { deleteInstallation } from './deleteInstallation.ts';
import { readRecords, restoreRecords } from './postgresRecords.ts';
import { type Message, ProcessNews } from './processNews.ts';
import { RecentCounts } from './recentCounts.ts';
import type { ReleaseGuard } from './releaseGuard.ts';
import { Revisions } from './revisions.ts';
import { StepWriter } from './stepWriter.ts';

/** An open database, and what it is used with. */
export interface Opened {
  readonly connections: Connections;
  readonly releaseGuard: ReleaseGuard;
  readonly queue: CallQueue;
  report(error: unknown, about: object): void;
}

/** The store that several processes share. */
export class PostgresStore extends Keeper implements Store {
  readonly #connections: Connections;
  readonly #releaseGuard: ReleaseGuard;
  readonly #report: Opened['report'];
  readonly #queue: CallQueue;
  readonly #committer: Committer;
  readonly #processNews: ProcessNews;
  readonly #revisions: Revisions;
  readonly #callProgress: CallProgressStore;
  readonly #calls: Calls;
  readonly #counts = new RecentCounts();
  #closed: Promise<void> | undefined;

  constructor({ connections, releaseGuard, queue, report }: Opened) {
    super(connections.ask, connections.change);
    this.#connections = connections;
    this.#releaseGuard = releaseGuard;
    this.#report = report;
    this.#queue = queue;
    this.#revisions = new Revisions(connections);
    this.#committer = new Committer(new StepWriter(connections, queue, releaseGuard), (step) => this.#taken(step));
    this.#processNews = new ProcessNews({ connections, releaseGuard, follow: (message) => this.#follow(message), report });
    this.#callProgress = new CallProgressStore(connections.ask, report);
    this.#calls = new Calls(queue, this.#callProgress, {
      waiting: async ({ installation, id, revision }) => {
        const sql = 'select * from effect where installation = ? and id = ? and revision = ?';
        const [row] = await connections.ask(sql, installation, id, revision);
        return row && toWaiting(row);
      },
      report,
    });
    void connections.ownership.lost.then((why) => this.#standDown(why));
  }

  listenToOthers(): Promise<void> {
    return this.#processNews.open();
  }

  override async revision(id: string): Promise<number | undefined> {
    return (await this.#revisions.look(id))?.revision;
  }

  override counts(): Promise<[status: string, count: number][]> {
    return this.#counts.get(() => super.counts());
  }

  async commit(...steps: readonly Step[]): Promise<Committed> {
    return await this.#committer.commit(steps);
  }

  async delete(id: string, answering?: Step['answering']): Promise<void> {
    const wasThere = await deleteInstallation(this.#connections, this.#queue, id, answering);
    if (wasThere) this.#processNews.tell({ deleted: id });
  }

  async isWaitedFor(id: string, asked: Asked): Promise<boolean> {
    return (await this.isAsked(id, asked)) && (asked.claim === undefined || this.#calls.holds(asked.claim));
  }

  work(worker: Worker): Working {
    return this.#calls.work(worker);
  }

  tell(claimed: Claimed, progress: Progress): void {
    const { installation: of, id: call } = claimed;
    if (this.#calls.tell(claimed, progress)) this.#processNews.tell({ progress, of, call });
  }

  told(id: string): Promise<Progress | undefined> {
    return this.#callProgress.of(id);
  }

  listen(listener: (news: News) => void, watched?: () => Iterable<string>): () => void {
    return this.#processNews.listen(listener, watched);
  }

  async health(): Promise<void> {
    await this.#connections.writable();
    await this.#releaseGuard.check();
  }

  records(): AsyncIterable<StoredRecord> {
    return readRecords(this.#connections);
  }

  async restore(records: AsyncIterable<StoredRecord>): Promise<void> {
    await restoreRecords(this.#connections, this.#queue, records);
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  protected override async isStill({ id, revision, walk }: Saved): Promise<boolean> {
    const at = await this.#revisions.look(id);
    return at?.revision === revision && at.walk === walk;
  }

  protected override forgetCounts(): void {
    this.#counts.forget();
  }

  async #close(): Promise<void> {
    await this.#calls.close();
    await this.#processNews.close();
    await this.#queue.stop();
    await this.#connections.close();
  }

  /** What it makes is left to those that serve on; whoever waits here looks once more, and is told to ask one of these. */
  async #standDown(why: StoreUnavailable): Promise<void> {
    this.#report(why, { database: this.#connections.where });
    this.#processNews.tellWatched();
    await this.#calls.close();
    await this.#queue.stop();
  }

  #taken(step: Step): void {
    const { id, revision, ended, stopped, started } = step;
    const earlier = this.cache.get(id);
    // Whose beginning and earlier mover are not remembered is read when it is asked for.
    if (revision === 0 || earlier?.revision === revision) this.cache.set(id, toSaved(step, earlier));
    else this.cache.delete(id);
    if (ended?.claim !== undefined) this.#calls.end(ended.claim);
    const others = stopped.filter((call) => call !== ended?.id);
    const places = [...new Set(started.map(({ place = null }) => place))];
    this.#processNews.tell({ moved: id, revision: revision + 1, stopped: others, places });
  }

  /** What this process makes, and what it remembers, follows what happens in any of them. */
  #follow(message: Message): void {
    if ('moved' in message) {
      if (message.stopped.length > 0) this.#calls.callOff(message.moved, message.stopped);
      for (const place of message.places) this.#calls.wake(place);
    } else if ('deleted' in message) {
      this.#calls.callOff(message.deleted);
      this.cache.delete(message.deleted);
    }
  }
}
