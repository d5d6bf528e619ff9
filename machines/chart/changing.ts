import { answersOf } from '../answers/answersOf.ts';
import { judgeAgain } from '../answers/judgeAgain.ts';
import type { Screen } from '../pages/defineScreen.ts';
import { type Answers, type AnswersOf, isCheckedPageId, type PageId, type ScreenId, screens } from '../pages/screens.ts';
import { restsOn } from '../ports/restsOn.ts';
import { factsOf } from '../vocabulary/facts.ts';
import { sameAs } from '../vocabulary/sameAs.ts';
import type { About, Found, WizardContext } from './context.ts';
import { openFailures } from './failures.ts';

type Change = Partial<WizardContext>;

/** Begins a change. Where one is under way, the two become one, and nothing that may still hold is lost. */
export function beginChange({ changing, trail, answers, checks, overrides }: WizardContext, page: PageId): Change {
  const behind = trail.slice(0, -1);
  const found = behind.filter(isCheckedPageId).map((id) => {
    const results = checks.filter((check) => check.page === id);
    const own = overrides.filter(({ check }) => results.some((result) => result.id === check));
    return [id, { by: answersOf(answers, [id, ...restsOn[id]]), results, overrides: own }] as const;
  });
  const acknowledged = behind.filter(isWarning).map((id) => [id, aboutOf(id, answers)] as const);
  return {
    changing: {
      page,
      answers: changing?.answers ?? {},
      found: { ...changing?.found, ...Object.fromEntries(found) },
      acknowledged: { ...changing?.acknowledged, ...Object.fromEntries(acknowledged) },
    },
  };
}

/**
 * What a change makes of coming to a screen: the answers of pages that are left by it come again. A screen that is gone back to is
 * asked anew, and a warning there has to be acknowledged anew: whoever goes back wants to see what is there.
 */
export function enterWhileChanging({ changing, trail }: WizardContext, screen: ScreenId, left: Answers): Change {
  if (!changing || !trail.includes(screen)) return {};
  const { [screen as PageId]: _, ...answers }: Answers = { ...changing.answers, ...left };
  const { [screen]: __, ...acknowledged } = changing.acknowledged;
  return { changing: { ...changing, answers, acknowledged } };
}

/** The earlier answers of a page that has come again, if they still hold; null otherwise. */
export function answersThatHold({ changing, answers }: WizardContext, page: PageId): AnswersOf<PageId> | null {
  const before = changing?.answers[page];
  if (!before || answers[page]) return null;
  const verdict = judgeAgain(page, before, factsOf(answers));
  return 'answers' in verdict ? (verdict.answers as AnswersOf<PageId>) : null;
}

/** What the checks of a page had found, if it was good enough to go on and all that it rests on is unchanged; null otherwise. */
export function findingsThatHold({ changing, answers }: WizardContext, page: PageId): Found | null {
  if (!isCheckedPageId(page)) return null;
  const found = changing?.found[page];
  if (!found || found.results.length === 0 || openFailures(found, found.results).length > 0) return null;
  return sameAs(found.by, answersOf(answers, [page, ...restsOn[page]])) ? found : null;
}

/** Whether this warning was acknowledged when it was about the very same answers. */
export function isAcknowledged({ changing, answers }: WizardContext, warning: ScreenId): boolean {
  const about = changing?.acknowledged[warning];
  return about !== undefined && sameAs(about, aboutOf(warning, answers));
}

/** Takes again what the checks of a page had found. */
export function takeFindingsAgain(context: WizardContext, page: PageId): Change {
  const { results, overrides } = findingsThatHold(context, page)!;
  return { checks: [...context.checks, ...results], overrides: [...context.overrides, ...overrides] };
}

function aboutOf(warning: ScreenId, answers: Answers): About {
  const { about }: Screen = screens[warning];
  const { page, fields } = about!;
  const given: About = { ...answers[page as PageId] };
  return Object.fromEntries(fields.map((field) => [field, given[field]]));
}

function isWarning(screen: ScreenId): boolean {
  return screens[screen].kind === 'warning';
}
