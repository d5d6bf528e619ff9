import type { ScreenId } from '../../pages/screens.ts';
import type { BranchName } from '../branches.ts';

/**
 * How a screen's states begin: it comes on the trail, and begins with `first`. One that does not show is passed by, and leaves no trace
 * there.
 */
export function comingTo(
  screen: ScreenId,
  first: string,
  { showsIf, next }: { showsIf: BranchName | undefined; next: ScreenId },
) {
  const comes = { target: first, actions: { type: 'enterScreen' as const, params: { screen } } };
  if (showsIf === undefined) return { initial: comes, passing: {} };
  return { initial: 'entering', passing: { entering: { always: [{ guard: showsIf, ...comes }, { target: `#${next}` }] } } };
}
