import { judgeAgain } from '../answers/judgeAgain.ts';
import { type BranchName, decidingPages, shows } from '../chart/branches.ts';
import type { WizardContext } from '../chart/context.ts';
import { screenIds, showsIf } from '../chart/flow.ts';
import { type PageId, type ScreenId, screens } from '../pages/screens.ts';
import { factsOf } from '../vocabulary/facts.ts';
import { featureNames } from '../vocabulary/features.ts';

/** A screen of the way as a whole: behind, here, or still to come as far as the answers tell. */
export interface OutlineEntry {
  readonly page: ScreenId;
  readonly title: string;
  /** What tells it from other pages with the same title; empty where nothing has to. */
  readonly subtitle: string;
  readonly state: 'done' | 'current' | 'ahead';
  /** Whether its answers count, or are proposed again because the page was left by going back; null where it has none. */
  readonly answers: 'counted' | 'proposed' | null;
}

/**
 * The way behind, and the way ahead as far as the answers so far tell. A warning that hangs on a check shows once it comes.
 *
 * @example outlineOf(context, 'cloud')[1] // { page: 'licenseAgreement', state: 'done', answers: 'counted', … }
 */
export function outlineOf(context: WizardContext, screen: ScreenId): OutlineEntry[] {
  const { trail } = context;
  const current = comesAfterReady(screen) ? screen : (trail.at(-1) ?? screen);
  const behind = trail.filter((page) => page !== current);
  const isAsked = askedIn(asForeseen(context));
  const place = screenIds.indexOf(current);
  const ahead = stops.filter((stop) => stop.place > place && isAsked(stop.question)).map(({ page }) => page);
  return [
    ...behind.map((page) => entry(page, 'done', context)),
    entry(current, 'current', context),
    ...(screen === 'cancelled' || screen === 'finished' ? [] : ahead.map((page) => entry(page, 'ahead', context))),
  ];
}

/** The screens of the way, without those that lie over one of them: where each stands, and the question that it hangs on. */
const stops = screenIds.flatMap((page, place) => {
  const isOnTheWay = ['form', 'warning', 'ready', 'progress', 'tasks'].includes(screens[page].kind) && !isConfirmation(page);
  return isOnTheWay ? [{ page, place, question: showsIf(page) }] : [];
});

/** Answers the questions of the way by what is known; each once, however many screens hang on it. */
function askedIn(context: WizardContext): (question: BranchName | undefined) => boolean {
  const answered = new Map<BranchName | undefined, boolean>();
  return (question) => {
    const known = answered.get(question) ?? shows(question, { context });
    answered.set(question, known);
    return known;
  };
}

/**
 * What was answered before counts as a forecast where its page would show and it still does; and until the components are
 * chosen, the way is shown as if all of them were.
 */
function asForeseen(context: WizardContext): WizardContext {
  let foreseen: WizardContext = { ...context, answers: { components: { features: featureNames }, ...context.answers } };
  for (const page of decidingPages) {
    const proposed = context.answers[page] ? undefined : context.proposals[page];
    if (!proposed || !askedIn(foreseen)(showsIf(page)) || !stillDo(page, proposed, foreseen)) continue;
    foreseen = { ...foreseen, answers: { ...foreseen.answers, [page]: proposed } };
  }
  return foreseen;
}

function stillDo(page: PageId, answers: object, { answers: before }: WizardContext): boolean {
  return 'answers' in judgeAgain(page, answers, factsOf(before));
}

function comesAfterReady(screen: ScreenId): boolean {
  return screenIds.indexOf(screen) > screenIds.indexOf('ready');
}

function isConfirmation(page: ScreenId): boolean {
  return 'liesOverPage' in screens[page];
}

function entry(page: ScreenId, state: OutlineEntry['state'], { answers, proposals }: WizardContext): OutlineEntry {
  const { title, subtitle } = screens[page];
  const given = page in answers ? 'counted' : page in proposals ? 'proposed' : null;
  return { page, title, subtitle, state, answers: given };
}
