import { type ScreenId, screens } from '../../pages/screens.ts';
import { screenIds } from '../flow.ts';

/** The ways back to any screen on the trail. What came after it is cut off, and those answers become proposals. */
export const waysBack = waysBackWhere('isOnTrail');

/** The same, once it is known how the installer ended. */
export const waysBackOnceEnded = waysBackWhere('isOnTrailOnceEnded');

function waysBackWhere<const Guard extends 'isOnTrail' | 'isOnTrailOnceEnded'>(guard: Guard) {
  return screenIds.filter(canBeOnTrail).map((screen) => ({
    guard: { type: guard, params: ({ event }: { event: { page: ScreenId } }) => ({ asked: event.page, screen }) },
    target: `#${screen}`,
    actions: 'clearProblems' as const,
  }));
}

function canBeOnTrail(screen: ScreenId): boolean {
  return ['form', 'warning', 'ready'].includes(screens[screen].kind) && !('liesOverPage' in screens[screen]);
}
