import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Store } from '../store/store.ts';
import { StoreUnavailable } from '../store/unavailable.ts';
import type { Autopilot } from './autopilot.ts';
import { toLoaded } from './loadedInstallation.ts';

interface Watching {
  readonly store: Pick<Store, 'walking' | 'load'>;
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

/**
 * Goes on with walks that were cut off between two steps: by the end of the process that took them, whichever it was, or by a storage
 * that was away. One counts as such that was to take its next step at two looks, and has not. Ends when `stopping` aborts.
 */
export async function goOnWithCutOffWalks({ every = standsStill, report, stopping, ...watching }: Watching): Promise<void> {
  let seen: ReadonlyMap<string, number> = new Map();
  let since = Date.now();
  for (;;) {
    await pause(every, undefined, { signal: stopping }).catch(() => {});
    if (stopping.aborted) return;
    const now = Date.now();
    try {
      const standing = await toTakeAStep(watching, new Date(since - clocks).toISOString());
      for (const [id, revision] of standing) if (seen.get(id) === revision) await watching.resumeWalk(id);
      seen = standing;
      since = now;
    } catch (error) {
      // What a storage that is away hides is looked for again.
      if (!stopping.aborted && !(error instanceof StoreUnavailable)) report(error, { call: 'walk' });
    }
  }
}

/** Installations whose next step is the walk's, each with the revision that it is at, of those that were moved since a time. */
async function toTakeAStep({ store, autopilot }: Pick<Watching, 'store' | 'autopilot'>, since: string) {
  const standing = new Map<string, number>();
  for (let after = '', more = true; more; ) {
    const ids = await store.walking(atOnce, after, since);
    for (const id of ids) {
      const revision = await nextOf(id);
      if (revision !== undefined) standing.set(id, revision);
      after = id;
    }
    more = ids.length === atOnce;
  }
  return standing;

  /** Nothing for what is damaged, or kept by another chart: whoever takes it up does so elsewhere. */
  async function nextOf(id: string): Promise<number | undefined> {
    try {
      const saved = await store.load(id);
      if (!saved) return undefined;
      const { snapshot, walk, row } = toLoaded(saved);
      return autopilot.next(snapshot, walk) && row.revision;
    } catch (error) {
      if (error instanceof Problem) return undefined;
      throw error;
    }
  }
}
