import type { WizardEvent } from '../../machines/chart/events.ts';
import type { Step } from '../store/step.ts';
import type { LoadedInstallation } from './loadedInstallation.ts';
import type { Seal } from './secrets/secrets.ts';

/** The event that an installation is to take, who sends it, and what goes with it. */
export interface Decision {
  readonly event: WizardEvent;
  readonly who: string;
  /** The request that the step answers. */
  readonly answering?: Step['answering'] | undefined;
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
