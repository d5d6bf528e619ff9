import { answersOf } from '../answers/answersOf.ts';
import { isPageId, type ScreenId } from '../pages/screens.ts';
import type { WizardContext } from './context.ts';

/**
 * What was known when a screen of the trail was on screen, with what has been answered there since as a proposal: so that it can be
 * looked at, and answered otherwise, without going back. Null for a screen that is not on the trail.
 */
export function lookBack(context: WizardContext, screen: ScreenId): WizardContext | null {
  const at = context.trail.indexOf(screen);
  if (at < 0) return null;
  const before = context.trail.slice(0, at);
  const own = isPageId(screen) ? answersOf(context.answers, [screen]) : {};
  return {
    ...context,
    trail: [...before, screen],
    answers: answersOf(context.answers, before.filter(isPageId)),
    proposals: { ...context.proposals, ...own },
    problems: [],
  };
}
