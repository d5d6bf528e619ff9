import { factsOf } from '../../machines/vocabulary/facts.ts';
import type { Effect } from '../store/effect.ts';
import type { Row } from '../store/rows.ts';
import type { Asked, Step } from '../store/step.ts';
import { chartVersion } from './chartVersion.ts';
import type { Decision } from './decision.ts';
import type { LoadedInstallation } from './loadedInstallation.ts';
import { unusedSecrets } from './secrets/unusedSecrets.ts';
import { hasEnded, statusOf } from './status.ts';
import { revive, type Snapshot, screenOf, type Transition } from './transition.ts';

/** What a step is of, beside the transition that it makes durable. */
export interface StepOf extends Omit<Decision, 'event' | 'walk' | 'answering'> {
  readonly id: string;
  readonly event: object;
  /** What the installation is called, and how it is run. */
  readonly about: Pick<Row, 'name' | 'mode' | 'rehearsal' | 'runner'>;
  readonly revision: number;
  /** Nothing at the first step, and where another chart has kept what was before. */
  readonly before?: LoadedInstallation | undefined;
  readonly walk: string | null;
  readonly newKey?: Uint8Array | undefined;
  /** The call whose outcome it is. */
  readonly ended?: Asked | undefined;
  /** What is kept of the walk at the state that the step leads to. */
  keepWalk(snapshot: Snapshot, walk: string | null): string | null;
  placeOf(effect: Effect): string | null;
}

/** All that the store has to write for a transition. */
export function toStep(transition: Transition, of: StepOf): Step {
  const { id, event, about, revision, before, walk, who, sealed = [], newKey, ended, keepWalk, placeOf } = of;
  const { kept, started, stopped } = transition;
  const snapshot = revive(kept);
  const status = statusOf(snapshot);
  const keptWalk = hasEnded(status) ? null : keepWalk(snapshot, walk);
  return {
    id,
    revision,
    at: new Date().toISOString(),
    who,
    event,
    row: {
      name: about.name,
      mode: about.mode,
      rehearsal: about.rehearsal,
      runner: about.runner,
      status,
      page: screenOf(snapshot),
      option: factsOf(kept.context.answers).option?.option ?? null,
      chart: chartVersion,
    },
    from: before ? screenOf(before.snapshot) : null,
    ...(before && { before: before.kept }),
    kept,
    walk: keptWalk,
    started: started.map((effect) => ({ ...effect, place: placeOf(effect) })),
    stopped,
    sealed,
    destroyed: unusedSecrets(before?.kept, kept, keptWalk),
    forget: hasEnded(status),
    ...(newKey && { newKey }),
    ...(ended && { ended }),
  };
}
