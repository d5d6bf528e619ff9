import type { ScreenId } from '../../pages/screens.ts';

/** True where an event names this very screen, so that an answer meant for another one changes nothing. */
export function answersTo(screen: ScreenId) {
  return { type: 'isOnScreen' as const, params: ({ event }: { event: { page: ScreenId } }) => ({ asked: event.page, screen }) };
}
