import type { WizardEvent } from '../../machines/chart/events.ts';
import { lookBack } from '../../machines/chart/lookBack.ts';
import { isPageId, isScreenId } from '../../machines/pages/screens.ts';
import type { Settlements } from '../../machines/plan/settledProperties.ts';
import { noProgress } from '../host/callProgress.ts';
import type { Snapshot } from '../host/transition.ts';
import type { Row } from '../store/rows.ts';
import { checksOf } from './checks.ts';
import { pageView } from './page.ts';

/** As `GET …/pages/{page}` gives it. */
export type PageBehind = NonNullable<ReturnType<typeof pageBehind>>;

/** A screen of the way here, as it was shown and answered, and what may be done about it. */
export function pageBehind(snapshot: Snapshot, screen: string, settlements: Settlements, mode: Row['mode']) {
  const then = isScreenId(screen) ? lookBack(snapshot.context, screen) : null;
  if (!then || !isScreenId(screen)) return undefined;
  const events = [
    ...(isPageId(screen) ? [{ type: 'change', page: screen, answers: {} } as WizardEvent] : []),
    { type: 'revisit', page: screen } as const,
  ];
  return {
    page: pageView(then, screen, settlements, mode),
    checks: checksOf(snapshot.context, noProgress.checks, false, screen),
    can: events.filter((event) => snapshot.can(event)).map(({ type }) => type as 'change' | 'revisit'),
  };
}
