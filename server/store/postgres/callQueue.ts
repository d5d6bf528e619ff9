import type pg from 'pg';
import { type Db, type JobAttempt, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Connections } from './connections.ts';

/** What a job carries: which call it is for. The call itself is kept with its installation. */
export interface CallJob {
  readonly installation: string;
  readonly id: string;
  readonly revision: number;
}

/** A job that this process has fetched, with its attempt: once it is another's, the attempt no longer counts. */
export interface Fetched {
  readonly attempt: JobAttempt;
  readonly call: CallJob;
}

/** A process that says nothing for so long has lost its jobs, seconds. */
const silence = 10;

/** The queue of calls to make (pg-boss): each job is put in, and taken out, within the transaction of its step. */
export class CallQueue {
  readonly #boss: PgBoss;
  readonly #queues = new Map<string, Promise<string>>();

  constructor(connections: Connections, report: (error: unknown, about: object) => void) {
    this.#boss = new PgBoss({
      db: databaseOf(connections.pool),
      schema: 'mim_setup_calls',
      schedule: false,
      registerInstance: false,
      superviseIntervalSeconds: 3,
      monitorIntervalSeconds: 2,
      maintenanceIntervalSeconds: 3600,
      queueCacheIntervalSeconds: 60,
      openTelemetry: { enabled: false },
    });
    this.#boss.on('error', (error) => report(error, { queue: 'calls' }));
  }

  async start(): Promise<void> {
    await this.#boss.start();
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: false, close: false });
  }

  /** Makes sure that there is a queue for a place; before a step puts something into it. */
  queueAt(place: string | null): Promise<string> {
    const name = place === null ? 'anywhere' : `at-${Buffer.from(place).toString('hex')}`;
    const known = this.#queues.get(name);
    if (known) return known;
    const made = this.#boss.createQueue(name, settings).then(() => name);
    this.#queues.set(name, made);
    made.catch(() => this.#queues.delete(name));
    return made;
  }

  async put(
    client: pg.ClientBase,
    queue: string,
    jobs: readonly { readonly id: string; readonly data: CallJob }[],
  ): Promise<void> {
    await this.#boss.insert(queue, [...jobs], { db: databaseOf(client) });
  }

  /** Takes out what is called off, whoever has it. */
  async remove(client: pg.ClientBase, queue: string, ids: readonly string[]): Promise<void> {
    await this.#boss.deleteJob(queue, [...ids], { db: databaseOf(client) });
  }

  /** Takes out what has ended. False where the attempt no longer counts. */
  async finish(client: pg.ClientBase, queue: string, attempt: JobAttempt): Promise<boolean> {
    return affectedBy(await this.#boss.deleteJob(queue, attempt, { db: databaseOf(client) })) === 1;
  }

  async fetch(queue: string, most: number): Promise<Fetched[]> {
    const jobs = await this.#boss.fetch<CallJob>(queue, { batchSize: most });
    return jobs.map((job) => ({ attempt: { id: job.id, retryCount: job.retryCount }, call: job.data }));
  }

  /** Tells that these are still being made. Gives those that are not this process's any more. */
  async keepAlive(queue: string, attempts: readonly JobAttempt[]): Promise<JobAttempt[]> {
    if (affectedBy(await this.#boss.touch(queue, [...attempts])) === attempts.length) return [];
    const lost: JobAttempt[] = [];
    for (const attempt of attempts) if (affectedBy(await this.#boss.touch(queue, attempt)) === 0) lost.push(attempt);
    return lost;
  }

  /** Gives it back, to be made again by whoever comes first, a little later each time. */
  async giveBack(queue: string, attempt: JobAttempt): Promise<void> {
    await this.#boss.fail(queue, attempt);
  }
}

const year = 365 * 24 * 3600;

const settings = {
  heartbeatSeconds: silence,
  // However often it takes, and however long somebody has to be waited for.
  retryLimit: 1_000_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 8,
  retentionSeconds: 10 * year,
  expireInSeconds: 24 * 3600,
};

/** What pg-boss answers has this number; its types leave it out. */
const response = z.object({ affected: z.number() });

function affectedBy(answer: unknown): number {
  return response.parse(answer).affected;
}

function databaseOf(connection: pg.Pool | pg.ClientBase): Db {
  return { executeSql: (text, values) => connection.query(text, values as unknown[]) };
}
