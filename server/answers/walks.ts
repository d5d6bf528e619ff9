import type { Autopilot } from '../host/autopilot.ts';
import { nextStep } from './walk.ts';
import { walkOf } from './walkView.ts';

/**
 * Walks installations by files of answers: a step at a time, each through the same door as everybody's. What is still to be
 * walked, and where it stopped, is kept with each step, so that a walk goes on when a check ends, and after a crash.
 */
export const walks: Autopilot = {
  keep(snapshot, kept) {
    const walk = walkOf({ walk: kept });
    if (!walk || walk.stopped) return kept;
    const next = nextStep(snapshot, walk);
    if (next === 'over') return null;
    return typeof next === 'object' && 'problems' in next ? JSON.stringify({ ...walk, stopped: next }) : kept;
  },

  next(snapshot, kept) {
    const walk = walkOf({ walk: kept });
    if (!walk || walk.stopped) return undefined;
    const next = nextStep(snapshot, walk);
    return typeof next === 'object' && 'type' in next ? { event: next, who: walk.who } : undefined;
  },
};
