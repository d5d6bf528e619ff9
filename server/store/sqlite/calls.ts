import { setTimeout as pause } from 'node:timers/promises';
import type { Progress } from '../../../machines/ports/call.ts';
import { growingPause } from '../../../services/waiting/growingPause.ts';
import type { StoredRow } from '../ask.ts';
import type { Claimed, Worker, Working } from '../effects.ts';
import { toWaiting } from '../readRows.ts';
import type { Asked, Step, Waiting } from '../step.ts';
import { CallProgressStore } from './callProgressStore.ts';
import { takeUp } from './takingUp.ts';

interface CallSource {
  /** What is kept of calls that wait, in the order of their keys. */
  waiting(limit: number, after?: Pick<Waiting, 'installation' | 'id'>): Promise<StoredRow[]>;
  isWaitedFor(installation: string, asked: Asked): Promise<boolean>;
  report(error: unknown, about: object): void;
}

interface Making {
  readonly claimed: Claimed;
  readonly worker: Worker;
  readonly abort: AbortController;
  readonly over: Promise<void>;
}

/** Before a call is made again. */
const pauses = { first: 500, longest: 30_000 };

/** The calls under way, where one process makes them all. */
export class Calls {
  readonly #source: CallSource;
  readonly #workers = new Set<Worker>();
  readonly #workings = new Set<Working>();
  readonly #making = new Map<string, Making>();
  readonly #callProgress = new CallProgressStore();
  #claims = 0;

  constructor(source: CallSource) {
    this.#source = source;
  }

  work(worker: Worker): Working {
    const stopping = new AbortController();
    this.#workers.add(worker);
    const { place } = worker;
    const takingUp = takeUp({
      waiting: this.#source.waiting,
      place,
      takeOne: (row) => this.#takeOne(worker, row),
      stopping: stopping.signal,
    }).catch((error) => this.#source.report(error, { place }));
    const working = {
      stop: async () => {
        stopping.abort();
        this.#workers.delete(worker);
        this.#workings.delete(working);
        const own = [...this.#making.values()].filter((making) => making.worker === worker);
        for (const { abort } of own) abort.abort();
        await Promise.all([takingUp, ...own.map(({ over }) => over)]);
      },
    };
    this.#workings.add(working);
    return working;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workings].map((working) => working.stop()));
  }

  /** Follows a step that was taken: calls off what is no longer waited for, and makes what it asks for. */
  follow({ id, revision, ended, stopped, started }: Step): void {
    for (const call of stopped) this.#callOff(id, call, call === ended?.id);
    if (ended) this.#callOff(id, ended.id, true);
    for (const { place = null, ...effect } of started) {
      const worker = [...this.#workers].find((one) => one.place === place);
      if (worker) this.#make(worker, { installation: id, id: effect.id, revision: revision + 1, effect }, false, 0);
    }
  }

  forget(installation: string): void {
    for (const { claimed } of [...this.#making.values()])
      if (claimed.installation === installation) this.#callOff(installation, claimed.id, false);
    this.#callProgress.forgetAll(installation);
  }

  /** Whether the call is still being made by that claim. Without a claim, whoever makes it. */
  holds(installation: string, { id, claim }: Asked): boolean {
    return claim === undefined || this.#making.get(keyOf(installation, id))?.claimed.claim === claim;
  }

  tell({ installation, id, claim }: Claimed, progress: Progress): boolean {
    const making = this.#making.get(keyOf(installation, id));
    if (making?.claimed.claim !== claim || making.abort.signal.aborted) return false;
    this.#callProgress.tell(installation, id, progress);
    return true;
  }

  told(installation: string): Progress | undefined {
    return this.#callProgress.of(installation);
  }

  async #takeOne(worker: Worker, row: StoredRow): Promise<void> {
    try {
      const waiting = toWaiting(row);
      const known = this.#making.has(keyOf(waiting.installation, waiting.id));
      if (!known && (await this.#source.isWaitedFor(waiting.installation, waiting))) await this.#make(worker, waiting, true, 0);
    } catch (error) {
      this.#source.report(error, { installation: row['installation'], call: row['id'] });
    }
  }

  /** Makes a call; the same asking is made once. */
  #make(worker: Worker, waiting: Waiting, again: boolean, failures: number): Promise<void> {
    const key = keyOf(waiting.installation, waiting.id);
    const known = this.#making.get(key);
    if (known?.claimed.revision === waiting.revision) return known.over;
    known?.abort.abort();
    this.#claims += 1;
    const claimed: Claimed = { ...waiting, claim: String(this.#claims), again };
    const abort = new AbortController();
    const over = Promise.resolve()
      .then(() => worker.make(claimed, abort.signal))
      .catch((error) => {
        if (!abort.signal.aborted) this.#source.report(error, { installation: waiting.installation, call: waiting.id });
      })
      .then(() => this.#afterwards(worker, claimed, abort.signal, failures));
    this.#making.set(key, { claimed, worker, abort, over });
    return over;
  }

  /** A call whose outcome was not taken, and is still waited for, is made again, later each time. */
  async #afterwards(worker: Worker, claimed: Claimed, signal: AbortSignal, failures: number): Promise<void> {
    const { installation, id, revision, effect } = claimed;
    const key = keyOf(installation, id);
    const isOwn = () => this.#making.get(key)?.claimed === claimed;
    let isWaitedFor = false;
    if (!signal.aborted && isOwn()) {
      await pause(growingPause(failures, pauses), undefined, { signal }).catch(() => {});
      isWaitedFor = !signal.aborted && (await this.#source.isWaitedFor(installation, { id, revision }).catch(() => true));
    }
    if (!isOwn()) return;
    this.#making.delete(key);
    this.#callProgress.forget(installation, id);
    if (isWaitedFor && !signal.aborted) void this.#make(worker, { installation, id, revision, effect }, true, failures + 1);
  }

  #callOff(installation: string, id: string, hasEnded: boolean): void {
    const key = keyOf(installation, id);
    const making = this.#making.get(key);
    if (!making) return;
    this.#making.delete(key);
    if (!hasEnded) making.abort.abort();
    this.#callProgress.forget(installation, id);
  }
}

function keyOf(installation: string, id: string): string {
  return `${installation}/${id}`;
}
