import { outlineOf } from '../../machines/plan/outline.ts';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import { screenOf } from '../host/transition.ts';
import type { Stopped, Walk } from './walk.ts';

/** What became of a walk, for the view. */
export interface WalkView {
  /** Whether it goes on by itself, at once or when what it waits for has ended. */
  readonly walking: boolean;
  readonly stopped: Stopped | null;
  /** Pages of the file that are not on this path. */
  readonly unused: readonly string[];
}

/** The walk that is kept with an installation; nothing, where there is none. */
export function walkOf({ walk }: Pick<LoadedInstallation, 'walk'>): Walk | null {
  return walk === null ? null : (JSON.parse(walk) as Walk);
}

/** What the view says of the last walk; nothing, where there was none. */
export function walkView(installation: Pick<LoadedInstallation, 'walk' | 'snapshot'>): WalkView | null {
  const walk = walkOf(installation);
  if (!walk) return null;
  const { snapshot } = installation;
  const onPath: readonly string[] = outlineOf(snapshot.context, screenOf(snapshot)).map(({ page }) => page);
  return { walking: walk.stopped === null, stopped: walk.stopped, unused: walk.pages.filter((page) => !onPath.includes(page)) };
}
