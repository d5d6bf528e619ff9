import type { AnswersOf, PageId } from '../../pages/screens.ts';
import { pageIds } from '../flow.ts';
import { judgedAt } from './judgedAt.ts';

/** Other answers for a page behind: they are judged and checked, and from there the way goes on by itself as far as all else holds. */
export const changes = changesWhere('isAnsweredBehind');

/** The same, once it is known how the installer ended. */
export const changesOnceEnded = changesWhere('isAnsweredBehindOnceEnded');

function changesWhere<const Guard extends 'isAnsweredBehind' | 'isAnsweredBehindOnceEnded'>(guard: Guard) {
  return pageIds.map((page) => ({
    guard: { type: guard, params: ({ event }: { event: { page: PageId } }) => ({ asked: event.page, page }) },
    target: `#${page}.${judgedAt(page)}`,
    actions: [
      'beginChange' as const,
      { type: 'enterScreen' as const, params: { screen: page } },
      {
        type: 'keepAnswers' as const,
        params: ({ event }: { event: { page: PageId; answers: AnswersOf<PageId> } }) => ({
          page: event.page,
          answers: event.answers,
        }),
      },
    ],
  }));
}
