import type { Committed, Step } from '../step.ts';
import { StoreUnavailable } from '../unavailable.ts';
import { Spoilt, type StepWriter } from './stepWriter.ts';
import { isPassing } from './trouble.ts';

interface Unit {
  readonly steps: readonly Step[];
  resolve(committed: Committed): void;
  reject(error: unknown): void;
}

/** Transactions under way at the same time, and the most steps of one. */
const atOnce = 3;
const most = 64;

/** Takes steps in the order of asking, and many at a time: those that come while others are on their way share the next statement. */
export class Committer {
  readonly #writer: StepWriter;
  readonly #taken: (step: Step) => void;
  #waiting: Unit[] = [];
  #underWay = 0;
  #scheduled = false;

  constructor(writer: StepWriter, taken: (step: Step) => void) {
    this.#writer = writer;
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
      const verdicts = await this.#writer.write(steps);
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
        const verdict =
          unit.steps.length === 1 ? (await this.#writer.write(unit.steps))[0]! : await this.#writer.writeTogether(unit.steps);
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
}
