import { knowsOutcome } from '../../machines/chart/guards.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Saved } from '../store/rows.ts';
import type { Step } from '../store/step.ts';
import type { Store } from '../store/store.ts';
import { canBeLoaded, toLoaded } from './loadedInstallation.ts';
import { hasEnded } from './status.ts';
import type { Steps } from './steps.ts';

/**
 * Forgets an installation of which nothing may come any more.
 *
 * @throws {Problem} `not-ended` where it still goes on, `not-found` where there is none.
 */
export function deleteEnded(store: Store, steps: Steps, id: string, answering?: Step['answering']): Promise<void> {
  return steps.turns.take(id, async () => {
    const saved = await steps.find(id);
    if (mayGoOn(saved)) throw new Problem('not-ended', 'The installation has not ended. Cancel it first.');
    await store.delete(id, answering);
    steps.events.emit('deleted', id);
  });
}

/** Whether something may still come of it. What can't be used may go; so may what has failed, once it is known how. */
function mayGoOn(saved: Saved): boolean {
  if (hasEnded(saved.status) || !canBeLoaded(saved)) return false;
  return saved.status !== 'failed' || !knowsOutcome(toLoaded(saved).kept.context);
}
