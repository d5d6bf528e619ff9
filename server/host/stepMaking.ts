import type { Link, Row } from '../store/rows.ts';
import { linkOf, type SealedStep, sealStep } from '../store/seal.ts';
import type { Asked, Step, Waiting } from '../store/step.ts';
import { toSaved } from '../store/stepRows.ts';
import { type Assigning, assignment, isRunElsewhere } from './assignment.ts';
import { noAutopilot } from './autopilot.ts';
import type { Answering, Decide } from './decision.ts';
import type { HostSettings } from './hostSettings.ts';
import { type LoadedInstallation, type Movable, toLoaded } from './loadedInstallation.ts';
import { notNow } from './notNow.ts';
import type { Secrets } from './secrets/secrets.ts';
import { hasEnded } from './status.ts';
import { type StepOf, toStep } from './toStep.ts';
import { type Outcome, type Transition, transitionOn } from './transition.ts';

/** A step, and the installation as it is once that is taken. */
export interface Made {
  readonly step: Step;
  readonly after: Movable;
}

/** Whoever moves an installation on where nobody asked for it. */
export const mimSetup = 'mim-setup';

/** Makes the steps that {@link Steps} commits: what is decided for an installation, as it is to be kept. */
export class StepMaking {
  readonly #settings: HostSettings;
  readonly #secrets: Secrets;

  constructor(settings: HostSettings, secrets: Secrets) {
    this.#settings = settings;
    this.#secrets = secrets;
  }

  /** What is decided for an installation. @throws {Problem} what the decision throws; `not-now` where its state does not take the event. */
  async decided(before: Movable, decide: Decide, newKey?: Uint8Array): Promise<Made> {
    const { row, snapshot, link } = before;
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
    return this.#made(this.step(next, { ...sending, id, event, about: row, revision, before, link, walk }), before, answering);
  }

  /** An installation is given to a runner, or back to the service. See {@link assignment}. */
  assigned(before: Movable, runner: string | null, waiting: readonly Waiting[], { who, answering }: Assigning): Made {
    const { row, walk, link } = before;
    const about = { ...row, runner };
    const next = assignment(before, waiting, isRunElsewhere(about, this.#settings));
    const event = { type: 'assign', runner };
    const step = this.step(next, { id: row.id, event, about, revision: row.revision, before, link, walk, who });
    return this.#made(step, before, answering);
  }

  /** The outcome of a call has come. Nothing, where nobody waits for it any more. */
  ended(before: Movable, outcome: Outcome, sealed: Step['sealed'], call: Asked): Made | undefined {
    const { row, snapshot, walk, link } = before;
    const next = transitionOn(snapshot, outcome);
    if (!next) return undefined;
    const { id, revision } = row;
    const of = { id, event: outcome, about: row, revision, before, link, walk, who: mimSetup, sealed, ended: call };
    return this.#made(this.step(next, of), before, undefined);
  }

  /** The step that a transition makes, sealed, with the walk that is kept beside it and the places of its calls. */
  step(transition: Transition, { link, ...of }: Omit<StepOf, 'placeOf' | 'keepWalk'> & { readonly link: Link }): SealedStep {
    const { autopilot = noAutopilot, placeOf } = this.#settings;
    const step = toStep(transition, {
      ...of,
      keepWalk: (snapshot, walk) => autopilot.keep(snapshot, walk),
      placeOf: (called) => placeOf?.(called, of.about) ?? null,
    });
    return sealStep(step, link, this.#secrets.journalKey);
  }

  #made(step: SealedStep, { row }: Movable, answering: Answering | undefined): Made {
    const after = movedBy(step, row);
    return { step: withAnswer(step, answering, after), after };
  }
}

/** The installation as it is once the step is taken. */
export function movedBy(step: SealedStep, earlier?: Row): Movable {
  return { ...toLoaded(toSaved(step, earlier)), link: linkOf(step) };
}

/** The step with the request that it answers, and with the answer, where that is known by what it leads to. */
export function withAnswer(step: Step, answering: Answering | undefined, after: LoadedInstallation): Step {
  if (!answering) return step;
  const { scope, key, digest } = answering;
  const answer = answering.answer?.(after);
  return { ...step, answering: { scope, key, digest, ...(answer && { answer }) } };
}
