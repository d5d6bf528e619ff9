import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Store } from '../store/store.ts';
import { StoreUnavailable } from '../store/unavailable.ts';
import type { Autopilot } from './autopilot.ts';
import { toLoaded } from './loadedInstallation.ts';

interface Watching {
  readonly store: Pick<Store, 'walkedOn' | 'load'>;
  readonly autopilot: Autopilot;
  /** Goes on with the walk that an installation is on. */
  resumeWalk(id: string): Promise<void>;
  report(error: unknown, about: object): void;
  readonly stopping: AbortSignal;
  /** Between two looks, milliseconds. */
  readonly every?: number;
}

/** Whoever walks takes a step in much less, so that one that stands still for so long was cut off; milliseconds. */
const standsStill = 8000;
/** The clocks of two processes differ by less, milliseconds. */
const clocks = 300_000;
const atOnce = 100;

/** How far a walk was at the last look, and whether it is nothing to go on with: it has stopped, or waits for a call. */
interface Seen {
  readonly revision: number;
  readonly waits: boolean;
}

/**
 * Goes on with walks that were cut off between two steps: by the end of the process that took them, whichever it was, or by a storage
 * that was away. One counts as such that was at the same revision at two looks, and is to take its next step by itself. Each is loaded
 * once for that, and those that go on not at all. Ends when `stopping` aborts.
 */
export async function goOnWithCutOffWalks({ every = standsStill, report, stopping, ...watching }: Watching): Promise<void> {
  let seen: ReadonlyMap<string, Seen> = new Map();
  let since = Date.now();
  for (;;) {
    await pause(every, undefined, { signal: stopping }).catch(() => {});
    if (stopping.aborted) return;
    const now = Date.now();
    try {
      seen = await look(watching, new Date(since - clocks).toISOString(), seen);
      since = now;
    } catch (error) {
      // What a storage that is away hides is looked for again.
      if (!stopping.aborted && !(error instanceof StoreUnavailable)) report(error, { call: 'walk' });
    }
  }
}

/** Looks at the walks that were moved since a time, and goes on with those that stand where they stood at the last look. */
async function look(
  { store, autopilot, resumeWalk }: Pick<Watching, 'store' | 'autopilot' | 'resumeWalk'>,
  since: string,
  before: ReadonlyMap<string, Seen>,
): Promise<ReadonlyMap<string, Seen>> {
  const seen = new Map<string, Seen>();
  for (let after = { updatedAt: since, id: '' }, more = true; more; ) {
    const walks = await store.walkedOn(atOnce, after);
    for (const { id, revision, updatedAt } of walks) {
      after = { updatedAt, id };
      const last = before.get(id);
      const stands = last?.revision === revision;
      const waits = stands && (last.waits || !(await isToTakeAStep(id)));
      if (stands && !waits) await resumeWalk(id);
      seen.set(id, { revision, waits });
    }
    more = walks.length === atOnce;
  }
  return seen;

  /** Not what is damaged, or kept by another chart: whoever takes it up does so elsewhere. */
  async function isToTakeAStep(id: string): Promise<boolean> {
    try {
      const saved = await store.load(id);
      if (!saved) return false;
      const { snapshot, walk } = toLoaded(saved);
      return autopilot.next(snapshot, walk) !== undefined;
    } catch (error) {
      if (error instanceof Problem) return false;
      throw error;
    }
  }
}
