import type { Effect } from '../store/effect.ts';
import type { RunnerRow } from '../store/runnerRecords.ts';
import { Enrolment } from './enrolment.ts';
import { needsRunner } from './needsRunner.ts';
import { Presence, type PresenceSettings, placeOfRunner } from './presence.ts';
import { type RunnerView, runnerView } from './runnerView.ts';

/** The runners of a service: who may come, who is here, and what each does. */
export class Runners {
  readonly enrolment: Enrolment;
  readonly presence: Presence;
  readonly #settings: PresenceSettings;

  constructor(settings: PresenceSettings) {
    this.#settings = settings;
    this.enrolment = new Enrolment(settings.records);
    this.presence = new Presence(settings, this.enrolment);
  }

  async list(): Promise<RunnerView[]> {
    const [rows, calls] = await Promise.all([this.#settings.records.list(), this.#settings.records.callsAtPlaces()]);
    const ofRunner = ({ name }: RunnerRow) => calls.filter(({ place }) => place === placeOfRunner(name));
    return rows.map((row) => runnerView(row, ofRunner(row), this.#settings.heartbeat));
  }

  /** One of them, without what it does; nothing, where there is none of this name. */
  async find(name: string): Promise<RunnerView | undefined> {
    const row = await this.#settings.records.find(name);
    return row && runnerView(row, [], this.#settings.heartbeat);
  }

  /** Shuts a runner out: its token no longer counts. False where there is none. */
  async remove(name: string): Promise<boolean> {
    const wasThere = await this.#settings.records.remove(name);
    this.presence.sendAway(name);
    return wasThere;
  }

  /** Whether something of a call can be done by a runner alone. */
  isNeededFor(call: Pick<Effect, 'id' | 'service'>): boolean {
    return needsRunner(call, this.#settings.madeHere);
  }
}
