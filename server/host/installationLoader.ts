import type { Saved } from '../store/rows.ts';
import type { Step } from '../store/step.ts';
import type { Store } from '../store/store.ts';
import { migrate } from './chartMigration.ts';
import { isOutdated, type LoadedInstallation, type Movable, toLoaded } from './loadedInstallation.ts';
import { notFound } from './notFound.ts';
import { linkOfUnsealed } from './sealedJournal.ts';
import { mimSetup, type StepMaking } from './stepMaking.ts';
import type { Turns } from './turns.ts';

interface Loading {
  readonly store: Pick<Store, 'load' | 'waiting' | 'entries'>;
  readonly making: StepMaking;
  readonly turns: Turns;
  commit(step: Step): Promise<unknown>;
}

/** Loads installations, each as this chart has it. */
export class InstallationLoader {
  readonly #loading: Loading;

  constructor(loading: Loading) {
    this.#loading = loading;
  }

  /** What is kept, as it is. @throws {Problem} `not-found` */
  async find(id: string): Promise<Saved> {
    const saved = await this.#loading.store.load(id);
    if (!saved) throw notFound();
    return saved;
  }

  /** @throws {Problem} where there is none, or what is kept of it can't be used. */
  async load(id: string): Promise<LoadedInstallation> {
    const saved = await this.find(id);
    return isOutdated(saved) && saved.kept ? this.#loading.turns.take(id, () => this.current(id)) : toLoaded(saved);
  }

  /** As it is now, within its turn; one that another chart has kept is moved over to this one first, as a step of its own. */
  async current(id: string): Promise<Movable> {
    const { store, making, commit } = this.#loading;
    for (;;) {
      const saved = await this.find(id);
      const { kept, revision, walk } = saved;
      const link = saved.link ?? (await linkOfUnsealed(store, id, revision));
      if (!kept || !isOutdated(saved)) return { ...toLoaded(saved), link };
      const waiting = (await store.waiting(id)).map((call) => call.id);
      const event = { type: 'moveOver', from: saved.chart };
      await commit(making.step(migrate(kept, saved, waiting), { id, event, about: saved, revision, walk, link, who: mimSetup }));
    }
  }
}
