import type pg from 'pg';
import type { Committed, Step } from '../step.ts';
import { StoreUnavailable } from '../unavailable.ts';
import type { CallQueue } from './callQueue.ts';
import type { Connections } from './connections.ts';
import type { InForce } from './inForce.ts';
import { hasParts, writeParts } from './stepParts.ts';
import { takeAll, toStepRow, type Verdict } from './stepStatement.ts';
import { isPassing } from './trouble.ts';

interface Unit {
  readonly steps: readonly Step[];
  resolve(committed: Committed): void;
  reject(error: unknown): void;
}

/** Transactions under way at the same time, and the most steps of one. */
const atOnce = 3;
const most = 64;

/** Thrown out of a transaction that has to come to nothing, because one of its steps does not count. */
class Spoilt extends Error {
  readonly verdict: Committed;

  constructor(verdict: Committed) {
    super(verdict);
    this.verdict = verdict;
  }
}

/** Takes steps in the order of asking, and many at a time: those that come while others are on their way share the next statement. */
export class Committer {
  readonly #connections: Connections;
  readonly #queue: CallQueue;
  readonly #inForce: InForce;
  readonly #taken: (step: Step) => void;
  #waiting: Unit[] = [];
  #underWay = 0;
  #scheduled = false;

  constructor(connections: Connections, queue: CallQueue, inForce: InForce, taken: (step: Step) => void) {
    this.#connections = connections;
    this.#queue = queue;
    this.#inForce = inForce;
    this.#taken = taken;
  }

  commit(steps: readonly Step[]): Promise<Committed> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ steps, resolve, reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled || this.#underWay >= atOnce || this.#waiting.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      const units = this.#next();
      if (units.length === 0) return;
      this.#underWay += 1;
      void this.#take(units).finally(() => {
        this.#underWay -= 1;
        this.#schedule();
      });
      this.#schedule();
    });
  }

  /** Units that can share a statement: each one step, of different installations and for different requests. */
  #next(): Unit[] {
    const [first] = this.#waiting;
    if (!first) return [];
    const ids = new Set<string>();
    const chosen: Unit[] = [];
    const left: Unit[] = [];
    for (const unit of this.#waiting) {
      const [step] = unit.steps;
      const { id = '', answering } = step ?? {};
      const request = answering && `${answering.scope}\n${answering.key}`;
      const fits = unit.steps.length === 1 && !ids.has(id) && !(request && ids.has(request)) && chosen.length < most;
      if (fits) chosen.push(unit);
      else left.push(unit);
      ids.add(id);
      if (request) ids.add(request);
    }
    if (chosen.length === 0) {
      this.#waiting.shift();
      return [first];
    }
    this.#waiting = left;
    return chosen;
  }

  async #take(units: readonly Unit[]): Promise<void> {
    const [only] = units;
    if (units.length === 1 && only) return await this.#takeAlone(only);
    const steps = units.map(({ steps: [step] }) => step!);
    try {
      const verdicts = await this.#write(steps);
      units.forEach((unit, n) => {
        this.#finish(unit, verdicts[n]!);
      });
    } catch (error) {
      if (error instanceof StoreUnavailable) for (const unit of units) unit.reject(error);
      // One of them spoils it for all: then each by itself.
      else for (const unit of units) await this.#takeAlone(unit);
    }
  }

  async #takeAlone(unit: Unit): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        const verdict = unit.steps.length === 1 ? (await this.#write(unit.steps))[0]! : await this.#writeTogether(unit.steps);
        return this.#finish(unit, verdict);
      } catch (error) {
        if (error instanceof Spoilt) return unit.resolve(error.verdict);
        if (!isPassing(error) || tries >= 5) return unit.reject(error);
      }
    }
  }

  #finish({ steps, resolve }: Unit, verdict: Committed): void {
    if (verdict === 'taken') for (const step of steps) this.#taken(step);
    resolve(verdict);
  }

  /** What became of each of these steps of different installations. */
  async #write(steps: readonly Step[]): Promise<Committed[]> {
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

  /** Steps that count together. */
  async #writeTogether(steps: readonly Step[]): Promise<Committed> {
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
    const { name } = this.#inForce;
    const rows = await this.#connections.run(takeAll, [JSON.stringify(steps.map(toStepRow)), name, name], client);
    if (rows.length === 0) throw this.#inForce.lose();
    const verdicts = new Map((rows as unknown as Verdict[]).map(({ n, verdict }) => [n, verdict]));
    return steps.map((_, n) => verdicts.get(n)!);
  }

  /** Queues are made outside the transaction, whose connection may be the last one. */
  async #queues(steps: readonly Step[]): Promise<void> {
    for (const { started } of steps) for (const { place = null } of started) await this.#queue.queueAt(place);
  }
}
