import type { WizardEvent } from '../../machines/chart/events.ts';
import type { Snapshot } from './transition.ts';

/** Goes on by itself where a step has led to: a walk by a file of answers does. */
export interface Autopilot {
  /** What is to be kept of a walk (JSON) at a state: where it stops, and why; null where there is none any more. */
  keep(snapshot: Snapshot, walk: string | null): string | null;
  /** The next event that a walk sends at a state, and for whom; nothing, where it waits, has stopped, or there is none. */
  next(snapshot: Snapshot, walk: string | null): { readonly event: WizardEvent; readonly who: string } | undefined;
}

/** Never goes on. */
export const noAutopilot: Autopilot = { keep: () => null, next: () => undefined };
