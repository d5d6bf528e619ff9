import type { WizardEvent } from '../../machines/chart/events.ts';
import type { Answer, Step } from '../store/step.ts';
import type { LoadedInstallation } from './loadedInstallation.ts';
import type { Seal } from './secrets/secrets.ts';

/** A request that a step is the answer to. */
export interface Answering extends Omit<NonNullable<Step['answering']>, 'answer'> {
  /** What it is answered, where that is known by what the step leads to: it is kept with the step then. */
  answer?(after: LoadedInstallation): Answer | undefined;
}

/** The event that an installation is to take, who sends it, and what goes with it. */
export interface Decision {
  readonly event: WizardEvent;
  readonly who: string;
  /** The request that the step answers. */
  readonly answering?: Answering | undefined;
  /** Secrets that the event carries, sealed, by the reference that stands in their place. */
  readonly sealed?: Step['sealed'] | undefined;
  /** The walk that the event is a step of; an event of anybody else's ends the walk. */
  readonly walk?: string | null | undefined;
}

/**
 * Decides what is to happen to an installation as it is now. It is asked again where another process got in first; what it throws
 * refuses the step.
 *
 * @param seal tells how secrets of this installation are sealed.
 */
export type Decide = (now: LoadedInstallation, seal: () => Promise<Seal>) => Decision | Promise<Decision>;
