import type { Services } from '../../machines/ports/services.ts';
import type { Working } from '../store/effects.ts';
import { noAutopilot } from './autopilot.ts';
import { goOnWithCutOffWalks } from './cutOffWalks.ts';
import type { HostSettings } from './hostSettings.ts';
import type { Rehearsal } from './newInstallation.ts';
import type { Secrets } from './secrets/secrets.ts';
import { ServiceCalls } from './serviceCalls.ts';
import type { Steps } from './steps.ts';
import { takeUp } from './takeUp.ts';

/** What goes on without a request: calls are made, and what an earlier process left is taken up. */
export class BackgroundWork {
  readonly #settings: HostSettings;
  readonly #steps: Steps;
  readonly #secrets: Secrets;
  readonly #stopping = new AbortController();
  #working: Working[] = [];
  #takingUp: Promise<void> = Promise.resolve();
  #watching: Promise<void> = Promise.resolve();

  constructor(settings: HostSettings, steps: Steps, secrets: Secrets) {
    this.#settings = settings;
    this.#steps = steps;
    this.#secrets = secrets;
  }

  /** Makes calls from now on, and takes up, behind that, what an earlier process left. */
  start(): void {
    const { store, report, places = [], autopilot = noAutopilot } = this.#settings;
    this.#working = [null, ...places].map((place) => store.work(this.#callsAt(place)));
    const resumeWalk = (id: string) => this.#steps.resumeWalk(id);
    const common = { store, resumeWalk, report, stopping: this.#stopping.signal };
    this.#takingUp = takeUp({ ...common, load: (id) => this.#steps.load(id) });
    this.#watching = goOnWithCutOffWalks({ ...common, autopilot });
  }

  /** Makes the calls that wait for a place, from now on. */
  at(place: string): Working {
    return this.#settings.store.work(this.#callsAt(place));
  }

  /** Fulfilled when all that an earlier process left has been looked at. */
  get takenUp(): Promise<void> {
    return this.#takingUp;
  }

  /** Ends all calls without an outcome; they are taken up at the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#working.map((working) => working.stop()));
    await Promise.all([this.#takingUp, this.#watching]);
  }

  #callsAt(place: string | null): ServiceCalls {
    return new ServiceCalls(
      {
        servicesFor: (id) => this.#servicesFor(id),
        open: (id, input) => this.#secrets.open(id, input),
        secretsIn: (id, input) => this.#secrets.textsIn(id, input),
        report: this.#settings.report,
        tell: (claimed, progress) => this.#settings.store.tell(claimed, progress),
        ended: (claimed, outcome) => this.#steps.ended(claimed, outcome),
      },
      place,
    );
  }

  async #servicesFor(id: string): Promise<Services> {
    const { row, kept } = await this.#steps.load(id);
    const rehearsal = row.rehearsal ? (JSON.parse(row.rehearsal) as Rehearsal) : {};
    return this.#settings.servicesFor({ id, mode: row.mode, runner: row.runner, rehearsal, failures: kept.context.failures });
  }
}
