import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Store } from '../store/store.ts';
import { StoreUnavailable } from '../store/unavailable.ts';
import { chartVersion } from './chartVersion.ts';

interface TakingUp {
  readonly store: Pick<Store, 'outdated' | 'walking' | 'lookForDamage'>;
  /** Loads an installation, and moves it over to this chart where another one has kept it. */
  load(id: string): Promise<unknown>;
  /** Goes on with the walk that an installation is on. */
  resumeWalk(id: string): Promise<void>;
  report(error: unknown, about: object): void;
  readonly stopping: AbortSignal;
}

/** How many are looked at in one go, so that what is held does not grow with how many there are. */
const atOnce = 100;

/**
 * Takes up what an earlier process left: what another chart has kept, walks that were cut off; and looks for damage. One that
 * can't be taken up is reported, and hides no other.
 */
export async function takeUp({ store, load, resumeWalk, report, stopping }: TakingUp): Promise<void> {
  const each = async (next: (after: string) => Promise<string[]>, act: (id: string) => Promise<unknown>) => {
    for (let after = ''; !stopping.aborted; ) {
      const ids = await next(after);
      for (const id of ids) {
        if (stopping.aborted) return;
        await act(id).catch((error: unknown) => tell(error, id));
        after = id;
      }
      if (ids.length < atOnce) return;
    }
  };
  /** What is damaged is found, and told, by the look for damage. */
  const tell = (error: unknown, id: string) => {
    if (!(error instanceof Problem && error.code === 'damaged')) report(error, { installation: id });
  };
  try {
    await each((after) => store.outdated(chartVersion, atOnce, after), load);
    await each((after) => store.walking(atOnce, after), resumeWalk);
    for (const id of stopping.aborted ? [] : await store.lookForDamage(stopping))
      report(new Problem('damaged', 'What is kept of this installation is damaged.'), { installation: id });
  } catch (error) {
    if (!stopping.aborted || !(error instanceof StoreUnavailable)) report(error, {});
  }
}
