import type { Services } from '../../machines/ports/services.ts';

/** A service call that a state waits for. */
export interface Effect {
  readonly id: string;
  readonly service: keyof Services;
  /** Its secrets are references: they are opened at the moment of the call. */
  readonly input: unknown;
}

/** A service call, and the revision that asked for it: the outcome of an earlier asking does not count. */
export interface Asked {
  readonly id: string;
  readonly revision: number;
  /** By whom it is made: see `Claimed`. */
  readonly claim?: string | undefined;
}

/** A call that was asked for and has not ended. */
export interface Waiting extends Asked {
  readonly installation: string;
  readonly effect: Effect;
}
