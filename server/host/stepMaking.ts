import type { Step } from '../store/step.ts';
import { toSaved } from '../store/stepRows.ts';
import { noAutopilot } from './autopilot.ts';
import type { Answering, Decide } from './decision.ts';
import type { HostSettings } from './hostSettings.ts';
import { type LoadedInstallation, toLoaded } from './loadedInstallation.ts';
import { notNow } from './notNow.ts';
import type { Secrets } from './secrets/secrets.ts';
import { hasEnded } from './status.ts';
import { type StepOf, toStep } from './toStep.ts';
import { type Transition, transitionOn } from './transition.ts';

/** Makes the steps that {@link Steps} commits: what is decided for an installation, as it is to be kept. */
export class StepMaking {
  readonly #settings: HostSettings;
  readonly #secrets: Secrets;

  constructor(settings: HostSettings, secrets: Secrets) {
    this.#settings = settings;
    this.#secrets = secrets;
  }

  /** The step that is decided, and the installation as it is once that is taken. */
  async decided(before: LoadedInstallation, decide: Decide, newKey?: Uint8Array) {
    const { row, snapshot } = before;
    const { id, revision } = row;
    const {
      event,
      walk = null,
      answering,
      ...sending
    } = await decide(before, () => {
      // The secrets of one that has ended are destroyed, and nothing more is sealed for it.
      if (hasEnded(row.status)) throw notNow(snapshot);
      return this.#secrets.sealFor(id, newKey);
    });
    const next = transitionOn(snapshot, event);
    if (!next) throw notNow(snapshot);
    const step = this.step(next, { ...sending, id, event, about: row, revision, before, walk });
    const after = toLoaded(toSaved(step, row));
    return { step: withAnswer(step, answering, after), after };
  }

  /** The step that a transition makes, with the walk that is kept beside it and the places of its calls. */
  step(transition: Transition, of: Omit<StepOf, 'placeOf' | 'keepWalk'>): Step {
    const { autopilot = noAutopilot, placeOf } = this.#settings;
    return toStep(transition, {
      ...of,
      keepWalk: (snapshot, walk) => autopilot.keep(snapshot, walk),
      placeOf: (called) => placeOf?.(called, of.about) ?? null,
    });
  }
}

/** The step with the request that it answers, and with the answer, where that is known by what it leads to. */
export function withAnswer(step: Step, answering: Answering | undefined, after: LoadedInstallation): Step {
  if (!answering) return step;
  const { scope, key, digest } = answering;
  const answer = answering.answer?.(after);
  return { ...step, answering: { scope, key, digest, ...(answer && { answer }) } };
}
