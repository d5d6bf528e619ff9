import type { Progress } from '../../machines/ports/call.ts';
import type { End } from './chain.ts';
import type { Claimed, Worker, Working } from './effects.ts';
import type { EndedSessions } from './endedSessions.ts';
import type { News } from './news.ts';
import type { StoredRecord } from './records.ts';
import type { HistoryEntry, JournalEntry, Row, Saved, Walking } from './rows.ts';
import type { RunnerRecords } from './runnerRecords.ts';
import type { WrittenEntry } from './seal.ts';
import type { Answer, Answered, Asked, Committed, Step, Waiting } from './step.ts';

export type { Claimed, News, Worker, Working };

/**
 * Everything that is kept of installations. SQLite and PostgreSQL both keep this contract, and one suite holds them to it
 * (`test/store/contract.ts`).
 *
 * - A promise that changes something is fulfilled when the change is durable: it survives the loss of this process and of power.
 * - A promise that reads sees every change whose promise was fulfilled before, in whichever process.
 * - What a read gives is never changed afterwards, by the store or by its caller; the same state may be the same object again, so
 *   that what is derived from it may be remembered by it.
 * - Once another process has taken this one's place for good, every method rejects with {@link StoreUnavailable} (`superseded`), and
 *   the calls that it makes are left to others.
 * - While the storage can't be used, every method rejects with {@link StoreUnavailable}, soon, and works again by itself once the
 *   storage does. A change that was cut off by it has been made whole or not at all; which, a read tells, or the idempotency key.
 */
export interface Store {
  /** What is kept of runners. */
  readonly runners: RunnerRecords;

  /** Sessions of browsers that were ended before their time. */
  readonly endedSessions: EndedSessions;

  /** An installation as it is now. `kept` is undefined where what is kept is damaged; from then on its row says so too. */
  load(id: string): Promise<Saved | undefined>;

  /** The revision that an installation is at: what to ask before loading what is known already. */
  revision(id: string): Promise<number | undefined>;

  /** Newest first, from behind `after` on; from an index, so that none is read that is not listed. */
  list(limit: number, status?: string, after?: Pick<Row, 'createdAt' | 'id'>): Promise<Row[]>;

  /** How many there are, by status; it may be some seconds behind. */
  counts(): Promise<[status: string, count: number][]>;

  /** Ids of those that have not ended and were last moved by another chart than this, in order of id, from behind `after` on. */
  outdated(chart: string, limit: number, after?: string): Promise<string[]>;

  /** Ids of those that have not ended and whose walk is kept, in order of id, from behind `after` on. */
  walking(limit: number, after?: string): Promise<string[]>;

  /** Those of them that were moved last behind `after`, in that order; from an index, so that no other is read. */
  walkedOn(limit: number, after: Pick<Walking, 'updatedAt' | 'id'>): Promise<Walking[]>;

  /**
   * Takes the steps all together, or none of them, and says which: see {@link Committed}. Steps of one installation follow each
   * other, each from the revision that the one before leads to.
   */
  commit(...steps: readonly Step[]): Promise<Committed>;

  /** Keeps the answers that still wait for their page. False where the installation is at another revision: nothing is changed. */
  saveWalk(id: string, revision: number, walk: string | null): Promise<boolean>;

  /** Forgets an installation with all that belongs to it, its secrets first; a request is remembered as answered all the same. */
  delete(id: string, answering?: Step['answering']): Promise<void>;

  /** What happened, by revision, from behind `after` on, without the states. */
  history(id: string, after?: number, limit?: number): Promise<HistoryEntry[]>;

  /** What happened, by revision, from behind `after` on, each with the state that it led to. The newest one costs no more than a load. */
  journal(id: string, after?: number, limit?: number): Promise<JournalEntry[]>;

  /** Its entries to the letter, by revision, from behind `after` on. */
  entries(id: string, after: number, limit: number): Promise<WrittenEntry[]>;

  /** Where an installation stands in the storage itself, whatever this process remembers of it. */
  end(id: string): Promise<End | undefined>;

  /** The calls of an installation that were asked for and have not ended. */
  waiting(id: string): Promise<Waiting[]>;

  /** Whether that very asking is still waited for, and by this claim. */
  isWaitedFor(id: string, asked: Asked): Promise<boolean>;

  /**
   * Makes calls in this process from now on: those that are kept, and those that steps ask for, in whichever process. Fulfilled at
   * once; the taking-up goes on behind it, a few at a time. May be called again for other places.
   */
  work(worker: Worker): Working;

  /** Tells all processes how far a call is. It is no step, and may be lost with the process. Never waits, never throws. */
  tell(claimed: Claimed, news: Progress): void;

  /** How far the calls of an installation are, in whichever process: what they told, in order, one after the other merged in. */
  told(id: string): Promise<Progress | undefined>;

  /**
   * Hears of what happens in every process, this one included: of a step once it is durable, of progress, of a deletion. News of a
   * step may come late by seconds where a process or its connection dies, and more than once, never before the step can be read.
   *
   * @param watched the installations that the listener waits for at the moment: of these it hears even where news were lost, within
   * seconds, and so perhaps of a step that it knows already.
   * @returns a function that ends it.
   */
  listen(listener: (news: News) => void, watched?: () => Iterable<string>): () => void;

  /** The data key of an installation, wrapped; nothing, once its secrets are destroyed. */
  dataKey(id: string): Promise<Uint8Array | undefined>;

  /** Those of these secrets that are kept, sealed, by their ids. */
  sealed(id: string, secrets: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;

  /** What was answered to the request with this key, in whichever process. */
  answered(scope: string, key: string): Promise<Answered | undefined>;

  /** Keeps the answer of a request that was remembered with its step and not answered with it. */
  saveAnswer(scope: string, key: string, answer: Answer): Promise<void>;

  /** Forgets the requests that were remembered before that time (ISO 8601), and tells how many. */
  forgetAnswers(before: string): Promise<number>;

  /** What is kept under a name: the value that was first proposed, in whichever process. */
  agree(name: string, proposed: string): Promise<string>;

  /** Keeps a value under a name, in place of the one that is there. */
  keep(name: string, value: string): Promise<void>;

  meta(name: string): Promise<string | undefined>;

  /**
   * Looks for damage in the background, in small pieces, until all was looked at or `signal` aborts. What is found shows in rows,
   * lists and counts as `damaged`, and what was found before and is whole again no longer does.
   *
   * @returns the ids of the damaged ones.
   */
  lookForDamage(signal: AbortSignal): Promise<string[]>;

  /** Fulfilled within two seconds when the storage can be used; it can be asked often. @throws {StoreUnavailable} */
  health(): Promise<void>;

  /** Everything, as it is at one moment, while the service runs on: for a backup, or for another store. */
  records(): AsyncIterable<StoredRecord>;

  /** Takes everything over into a store that holds nothing yet, all of it or nothing. @throws {StoreNotEmpty} */
  restore(records: AsyncIterable<StoredRecord>): Promise<void>;

  /** Ends what is under way, and lets go of the storage. Calls that it makes are left to be taken up. Closing again does nothing. */
  close(): Promise<void>;
}
