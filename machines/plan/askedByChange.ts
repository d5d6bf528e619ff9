import { judgeAgain } from '../answers/judgeAgain.ts';
import { shows } from '../chart/branches.ts';
import type { WizardContext } from '../chart/context.ts';
import { pageIds, showsIf } from '../chart/flow.ts';
import type { Finding } from '../pages/definePage.ts';
import { asksNothing, type PageId, type ScreenId } from '../pages/screens.ts';
import { factsOf } from '../vocabulary/facts.ts';

/** What a change of earlier answers has to ask: what page, and why. */
export interface AskedByChange {
  readonly page: PageId;
  /** `unanswered`: no answer to it is left, or there was none. `invalid`: what was answered there does not hold any more. */
  readonly reason: 'unanswered' | 'invalid';
  readonly problems: readonly Finding[];
}

/**
 * The pages that a change has to ask, as far as the answers tell. Pages behind the present one have their answers, so none of them is
 * asked. Without a change under way there are none.
 *
 * @param isAsked whether the present page is being asked; where it is being checked, it has its answers.
 */
export function askedByChange(context: WizardContext, screen: ScreenId, isAsked: boolean): AskedByChange[] {
  const { changing } = context;
  if (!changing) return [];
  const asked: AskedByChange[] = [];
  let { answers } = context;
  for (const page of pageIds) {
    const isCurrent = page === screen;
    if (isCurrent ? !isAsked || answers[page] : !comesUp(page, { ...context, answers })) continue;
    if (asksNothing(page)) continue;
    const before = changing.answers[page];
    const verdict = before && judgeAgain(page, before, factsOf(answers));
    if (verdict && 'answers' in verdict && !isCurrent) answers = { ...answers, [page]: verdict.answers };
    else asked.push({ page, ...(verdict && 'findings' in verdict ? invalid(verdict.findings) : unanswered) });
  }
  return asked;
}

const unanswered = { reason: 'unanswered', problems: [] } as const;

function invalid(problems: readonly Finding[]) {
  return { reason: 'invalid', problems } as const;
}

function comesUp(page: PageId, context: WizardContext): boolean {
  return !context.answers[page] && shows(showsIf(page), { context });
}
