import type pg from 'pg';
import type { Committed, Step } from '../step.ts';
import type { CallQueue } from './callQueue.ts';
import type { Connections } from './connections.ts';
import type { ReleaseGuard } from './releaseGuard.ts';
import { hasParts, writeParts } from './stepParts.ts';
import { takeAll, toStepRow, type Verdict } from './stepStatement.ts';

/** Thrown out of a transaction that has to come to nothing, because one of its steps does not count. */
export class Spoilt extends Error {
  readonly verdict: Committed;

  constructor(verdict: Committed) {
    super(verdict);
    this.verdict = verdict;
  }
}

/** Writes steps, each time in one transaction. */
export class StepWriter {
  readonly #connections: Connections;
  readonly #queue: CallQueue;
  readonly #releaseGuard: ReleaseGuard;

  constructor(connections: Connections, queue: CallQueue, releaseGuard: ReleaseGuard) {
    this.#connections = connections;
    this.#queue = queue;
    this.#releaseGuard = releaseGuard;
  }

  /** What became of each of these steps of different installations. @throws {Spoilt} where one turns out not to count, so that none is written. */
  async write(steps: readonly Step[]): Promise<Committed[]> {
    if (!steps.some(hasParts)) return await this.#state(steps);
    await this.#queues(steps);
    return await this.#connections.transaction(async (client) => {
      const verdicts = await this.#state(steps, client);
      for (const [n, step] of steps.entries()) {
        const isLate =
          verdicts[n] === 'taken' && hasParts(step) && !(await writeParts(this.#connections, this.#queue, client, step));
        if (isLate) throw new Spoilt('unasked');
      }
      return verdicts;
    });
  }

  /** Writes steps that count together. @throws {Spoilt} where one does not count, so that none does. */
  async writeTogether(steps: readonly Step[]): Promise<Committed> {
    await this.#queues(steps);
    await this.#connections.transaction(async (client) => {
      for (const step of steps) {
        const [verdict] = await this.#state([step], client);
        if (verdict !== 'taken') throw new Spoilt(verdict!);
        if (!(await writeParts(this.#connections, this.#queue, client, step))) throw new Spoilt('unasked');
      }
    });
    return 'taken';
  }

  async #state(steps: readonly Step[], client?: pg.ClientBase): Promise<Committed[]> {
    const { name } = this.#releaseGuard;
    const rows = await this.#connections.run(takeAll, [JSON.stringify(steps.map(toStepRow)), name, name], client);
    if (rows.length === 0) throw this.#releaseGuard.lose();
    const verdicts = new Map((rows as unknown as Verdict[]).map(({ n, verdict }) => [n, verdict]));
    return steps.map((_, n) => verdicts.get(n)!);
  }

  /** Queues are made outside the transaction, whose connection may be the last one. */
  async #queues(steps: readonly Step[]): Promise<void> {
    for (const { started } of steps) for (const { place = null } of started) await this.#queue.queueAt(place);
  }
}
