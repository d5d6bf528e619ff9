import { EventEmitter } from 'node:events';
import type { Claimed } from '../store/effects.ts';
import type { Saved } from '../store/rows.ts';
import { beginning } from '../store/seal.ts';
import type { Committed, Step } from '../store/step.ts';
import type { Store } from '../store/store.ts';
import { type Assigning, isRunElsewhere } from './assignment.ts';
import { noAutopilot } from './autopilot.ts';
import type { Decide, Decision } from './decision.ts';
import type { HostSettings } from './hostSettings.ts';
import { InstallationLoader } from './installationLoader.ts';
import type { LoadedInstallation, Movable } from './loadedInstallation.ts';
import type { NewInstallation } from './newInstallation.ts';
import { Repeated } from './repeated.ts';
import { newInstallationId } from './secrets/installationId.ts';
import type { Secrets } from './secrets/secrets.ts';
import { type Made, movedBy, StepMaking, withAnswer } from './stepMaking.ts';
import { firstTransition, type Outcome } from './transition.ts';
import { Turns } from './turns.ts';

/** What happens in this process: a step was taken, the last one was, an installation was deleted. */
interface Events {
  stepped: [id: string, step: Step];
  ended: [id: string];
  deleted: [id: string];
  /** Whoever waits for something waits no longer: the service is about to stop. */
  stopping: [];
}

/** The one door through which installations are changed: whatever changes one takes its turn, and is one transaction. */
export class Steps {
  readonly #settings: HostSettings;
  readonly #store: Store;
  readonly #secrets: Secrets;
  readonly #making: StepMaking;
  readonly #loader: InstallationLoader;
  readonly turns = new Turns();
  readonly events = new EventEmitter<Events>();

  constructor(settings: HostSettings, secrets: Secrets) {
    this.#settings = settings;
    this.#store = settings.store;
    this.#secrets = secrets;
    this.#making = new StepMaking(settings, secrets);
    const commit = (step: Step) => this.#commit(step);
    this.#loader = new InstallationLoader({ store: this.#store, making: this.#making, turns: this.turns, commit });
    this.events.setMaxListeners(0);
  }

  /**
   * Begins an installation, and takes a first step with it, where one is decided: both in one transaction.
   *
   * @throws {Repeated} where a request with that key was answered before.
   */
  async begin(
    { name, mode, package: path, rehearsal, runner, copyOf }: NewInstallation,
    { who, answering, then }: Pick<Decision, 'who' | 'answering'> & { readonly then?: Decide },
  ): Promise<LoadedInstallation> {
    const id = newInstallationId(this.#secrets.journalKey);
    const about = { name: name ?? null, mode, rehearsal: rehearsal ? JSON.stringify(rehearsal) : null, runner: runner ?? null };
    const runsElsewhere = isRunElsewhere(about, this.#settings);
    const first = firstTransition({ id, package: path ?? null, runsElsewhere });
    const newKey = this.#secrets.newKey(id);
    const event = { type: 'begin', name, mode, package: path, rehearsal, runner, copyOf };
    const step = this.#making.step(first, { id, event, about, revision: 0, walk: null, link: beginning, who, newKey });
    const begun = movedBy(step);
    return this.turns.take(id, async () => {
      const next = then && (await this.#making.decided(begun, then, newKey));
      const after = next?.after ?? begun;
      const committed = await this.#commit(withAnswer(step, answering, after), ...(next ? [next.step] : []));
      if (committed !== 'taken') throw new Repeated();
      return this.#goOn(after);
    });
  }

  /**
   * Takes the event that is decided for an installation as it is now, and goes on from there where that is to be. Decided anew
   * where another process got in first.
   *
   * @throws {Problem} what the decision throws; `not-now` where the state does not take the event. Nothing is changed then.
   * @throws {Repeated} where a request with that key was answered before.
   */
  take(id: string, decide: Decide): Promise<LoadedInstallation> {
    return this.#untilTaken(id, (now) => this.#making.decided(now, decide));
  }

  /**
   * Gives an installation to a runner, or back to the service: the calls that it waits for are asked for anew, there. See
   * {@link StepMaking.assigned}.
   *
   * @throws {Problem} what `assigning.expect` throws; `not-now` once the installer has been begun.
   * @throws {Repeated} where a request with that key was answered before.
   */
  assign(id: string, runner: string | null, assigning: Assigning): Promise<LoadedInstallation> {
    return this.#untilTaken(id, async (now) => {
      await assigning.expect?.(now);
      return this.#making.assigned(now, runner, await this.#store.waiting(id), assigning);
    });
  }

  /** Takes the outcome of a call, or drops it where nobody waits for it any more. */
  ended({ installation: id, id: call, revision: asked, claim }: Claimed, outcome: Outcome): Promise<void> {
    return this.turns.take(id, async () => {
      const { value, sealed } = await this.#secrets.sealNew(id, outcome);
      const ended = { id: call, revision: asked, claim };
      for (;;) {
        const made = this.#making.ended(await this.#loader.current(id), value, sealed, ended);
        if (!made) return;
        const committed = await this.#commit(made.step);
        if (committed === 'taken') await this.#goOn(made.after);
        if (committed !== 'overtaken') return;
      }
    });
  }

  /** See {@link InstallationLoader.load}. */
  load(id: string): Promise<LoadedInstallation> {
    return this.#loader.load(id);
  }

  /** See {@link InstallationLoader.find}. */
  find(id: string): Promise<Saved> {
    return this.#loader.find(id);
  }

  /** Goes on with a walk that was cut off. A first release may not have kept yet that it had stopped. */
  resumeWalk(id: string): Promise<void> {
    const { autopilot = noAutopilot } = this.#settings;
    return this.turns.take(id, async () => {
      const { row, snapshot, walk } = await this.#goOn(await this.#loader.current(id));
      const kept = autopilot.keep(snapshot, walk);
      if (kept !== walk) await this.#store.saveWalk(id, row.revision, kept);
    });
  }

  /** Takes the step that is made from an installation as it is now, anew where another process got in first, and goes on. */
  #untilTaken(id: string, make: (now: Movable) => Promise<Made>): Promise<LoadedInstallation> {
    return this.turns.take(id, async () => {
      for (;;) {
        const { step, after } = await make(await this.#loader.current(id));
        const committed = await this.#commit(step);
        if (committed === 'repeated') throw new Repeated();
        if (committed === 'taken') return this.#goOn(after);
      }
    });
  }

  /** Goes on from a step as long as the autopilot does; where another process got in first, it is left to that one. */
  async #goOn(from: Movable): Promise<Movable> {
    const { autopilot = noAutopilot, report } = this.#settings;
    for (let now = from; ; ) {
      const next = autopilot.next(now.snapshot, now.walk);
      if (!next) return now;
      try {
        const { walk } = now;
        const { step, after } = await this.#making.decided(now, () => ({ ...next, walk }));
        if ((await this.#commit(step)) !== 'taken') return now;
        now = after;
      } catch (error) {
        report(error, { installation: now.row.id, call: 'walk' });
        return now;
      }
    }
  }

  async #commit(...steps: readonly Step[]): Promise<Committed> {
    const committed = await this.#store.commit(...steps);
    if (committed !== 'taken') return committed;
    for (const step of steps) {
      const { id, forget } = step;
      this.events.emit('stepped', id, step);
      if (forget) this.events.emit('ended', id);
    }
    return committed;
  }
}
