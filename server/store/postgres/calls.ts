import type { Progress } from '../../../machines/ports/call.ts';
import type { Waiting } from '../effect.ts';
import type { Claimed, Worker, Working } from '../effects.ts';
import type { CallProgressStore } from './callProgressStore.ts';
import type { CallJob, CallQueue, Fetched } from './callQueue.ts';
import { giveSignsOfLife } from './signsOfLife.ts';
import { claimOf } from './stepParts.ts';
import { WakeUps } from './wakeUps.ts';

interface CallSource {
  /** The call that a job is for; nothing, where it is no longer waited for. */
  waiting(job: CallJob): Promise<Waiting | undefined>;
  report(error: unknown, about: object): void;
}

interface Making {
  readonly worker: Worker;
  readonly call: CallJob;
  readonly attempt: Fetched['attempt'];
  readonly queue: string;
  readonly abort: AbortController;
  readonly over: Promise<void>;
}

/** Milliseconds between looks for work that nobody told of, and between signs of life. */
const look = 3000;
const sign = 3000;
/** How many are fetched at a time. */
const atATime = 50;

/** The calls that this process makes, of those that all processes share. */
export class Calls {
  readonly #source: CallSource;
  readonly #queue: CallQueue;
  readonly #callProgress: CallProgressStore;
  readonly #making = new Map<string, Making>();
  readonly #wakeUps = new Map<Worker, WakeUps>();
  readonly #workings = new Set<Working>();
  readonly #signs: NodeJS.Timeout;

  constructor(queue: CallQueue, callProgress: CallProgressStore, source: CallSource) {
    this.#queue = queue;
    this.#callProgress = callProgress;
    this.#source = source;
    this.#signs = setInterval(() => void giveSignsOfLife(this.#queue, this.#making), sign);
  }

  work(worker: Worker): Working {
    const stopping = new AbortController();
    const wakeUps = new WakeUps();
    this.#wakeUps.set(worker, wakeUps);
    const over = this.#fetchOn(worker, wakeUps, stopping.signal);
    const working = {
      stop: async () => {
        stopping.abort();
        wakeUps.wake();
        this.#wakeUps.delete(worker);
        this.#workings.delete(working);
        await over;
        const own = [...this.#making.values()].filter((making) => making.worker === worker);
        for (const { abort } of own) abort.abort();
        await Promise.all(own.map((making) => making.over));
      },
    };
    this.#workings.add(working);
    return working;
  }

  /** Something may be there to be made, at a place. */
  wake(place: string | null): void {
    for (const [worker, wakeUps] of this.#wakeUps) if (worker.place === place) wakeUps.wake();
  }

  /** Somebody has called a call off, or all of an installation. */
  callOff(installation: string, ids?: readonly string[]): void {
    for (const { call, abort } of this.#making.values())
      if (call.installation === installation && (ids === undefined || ids.includes(call.id))) abort.abort();
  }

  /** Its outcome was taken: what it was made by is not called off by that. */
  end(claim: string): void {
    this.#making.delete(claim);
    this.#callProgress.end(claim);
  }

  /** Whether the call is still made by that claim, as far as is known here. */
  holds(claim: string): boolean {
    return this.#making.get(claim)?.abort.signal.aborted === false;
  }

  /** False where the call is no longer this process's. */
  tell(claimed: Claimed, progress: Progress): boolean {
    if (!this.holds(claimed.claim)) return false;
    this.#callProgress.tell(claimed, progress);
    return true;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workings].map((working) => working.stop()));
    clearInterval(this.#signs);
  }

  async #fetchOn(worker: Worker, wakeUps: WakeUps, stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      try {
        const queue = await this.#queue.queueAt(worker.place);
        for (let fetched = atATime; fetched === atATime && !stopping.aborted; ) {
          const jobs = await this.#queue.fetch(queue, atATime);
          fetched = jobs.length;
          for (const job of jobs) this.#make(worker, queue, job);
        }
      } catch (error) {
        this.#source.report(error, { place: worker.place });
      }
      if (!stopping.aborted) await wakeUps.sleep(look);
    }
  }

  #make(worker: Worker, queue: string, { attempt, call }: Fetched): void {
    const claim = claimOf(attempt);
    const abort = new AbortController();
    const over = this.#makeOne(worker, call, { claim, again: attempt.retryCount > 0 }, abort.signal).then(() =>
      this.#giveBack(claim),
    );
    this.#making.set(claim, { worker, call, queue, attempt, abort, over });
  }

  async #makeOne(worker: Worker, call: CallJob, claim: Pick<Claimed, 'claim' | 'again'>, signal: AbortSignal): Promise<void> {
    try {
      const waiting = await this.#source.waiting(call);
      if (waiting && !signal.aborted) await worker.make({ ...waiting, ...claim }, signal);
    } catch (error) {
      if (!signal.aborted) this.#source.report(error, { installation: call.installation, call: call.id });
    }
  }

  /** What has ended without an outcome that was taken is made again, by whoever comes first. */
  async #giveBack(claim: string): Promise<void> {
    const making = this.#making.get(claim);
    if (!making) return;
    this.end(claim);
    await this.#queue.giveBack(making.queue, making.attempt).catch(() => {
      // It falls to another once it was silent for long enough.
    });
  }
}
