import type { ScreenId } from '../../pages/screens.ts';
import type { BranchName } from '../branches.ts';

/** A screen that does not show is passed by, and leaves no trace on the trail. */
export function entering(
  screen: ScreenId,
  target: string,
  { showsIf, next }: { showsIf: BranchName | undefined; next: ScreenId },
) {
  const shows = { target, actions: { type: 'enterScreen' as const, params: { screen } } };
  return { always: showsIf ? [{ guard: showsIf, ...shows }, { target: `#${next}` }] : shows };
}
