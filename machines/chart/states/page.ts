import { type CheckedPageId, type ErrorBoxId, isCheckedPageId, type PageId, pageOf, type ScreenId } from '../../pages/screens.ts';
import type { CheckResult } from '../../ports/checks.ts';
import type { ProblemCode } from '../../vocabulary/problems.ts';
import type { BranchName } from '../branches.ts';
import { pageSubjectOf } from '../callInputs.ts';
import { pageIds } from '../flow.ts';
import { wizard } from '../setup.ts';
import { comingTo } from './comingTo.ts';
import { judgedAt } from './judgedAt.ts';

interface Route {
  /** The next screen, which is also where the way goes on when this one does not show. */
  readonly next: ScreenId;
  readonly showsIf?: BranchName;
  /** Where answers that do not go together lead: to the error box that says so. */
  readonly refused?: { readonly guard: BranchName; readonly target: string; readonly actions: 'noteIncompatibleMail' };
  /** The error boxes that the page's checks can lead to, by the problem that was found. */
  readonly errorBoxes?: { readonly [Code in ProblemCode]?: ErrorBoxId };
  /** The state that gets the page's answers by registering, instead of by asking. */
  readonly register?: string;
}

/**
 * The life of any page: it shows or is passed by; it asks; what it is told is judged and, where the page has checks, checked;
 * then it leads on. A failure leads back to asking, or to its error box, with what was typed.
 */
export function page<Id extends PageId>(id: Id, { showsIf, next, refused, errorBoxes = {}, register }: Route) {
  // A change goes on from the page that it changes: no change lies before the first page.
  const comesAgain = id !== pageIds[0];
  const judged = judgedAt(id);
  const { initial, passing } = comingTo(id, 'asking', { showsIf, next });
  return wizard.createStateConfig({
    id,
    meta: { screen: id, ...(showsIf && { showsIf }) },
    initial,
    states: {
      ...passing,
      asking: {
        tags: 'asking',
        ...(comesAgain && {
          always: {
            guard: { type: 'stillAnswered' as const, params: { page: id } },
            target: judged,
            actions: { type: 'takeAnswersAgain' as const, params: { page: id } },
          },
        }),
        on: {
          submit: {
            guard: { type: 'isOnScreen', params: ({ event }) => ({ asked: event.page, screen: id }) },
            target: judged,
            actions: { type: 'keepAnswers', params: ({ event }) => ({ page: event.page, answers: event.answers }) },
          },
          ...(register && { register: { target: `#${register}`, actions: 'beginRegistration' } }),
          ...(isCheckedPageId(id) && {
            recheck: { guard: 'hasAnswers', target: 'judging', actions: 'clearProblems' },
            override: [
              {
                guard: { type: 'overridesLastFailure', params: checkOf },
                target: 'done',
                actions: 'overrideCheck',
              },
              ...(hasSeveralChecks(id)
                ? [{ guard: { type: 'mayOverride' as const, params: checkOf }, actions: 'overrideCheck' as const }]
                : []),
            ],
          }),
        },
      },
      ...(isCheckedPageId(id) && { judging: judging(id, refused), checking: checking(id, errorBoxes) }),
      done: { type: 'final' },
    },
    onDone: `#${next}`,
  });
}

/** While earlier answers are being changed, what was found before is not looked for again as long as it holds. */
function judging(page: CheckedPageId, refused: Route['refused']) {
  return wizard.createStateConfig({
    always: [
      ...(refused ? [refused] : []),
      {
        guard: { type: 'stillChecked', params: { page } },
        target: 'done',
        actions: { type: 'takeFindingsAgain', params: { page } },
      },
      { target: 'checking' },
    ],
  });
}

function checking(id: CheckedPageId, errorBoxes: NonNullable<Route['errorBoxes']>) {
  return wizard.createStateConfig({
    tags: 'checking',
    on: { back: 'asking' },
    invoke: {
      id,
      src: 'checkPage',
      input: ({ context }) => pageSubjectOf(context, id),
      onDone: [
        ...(Object.entries(errorBoxes) as [ProblemCode, ErrorBoxId][]).map(([code, box]) => ({
          guard: { type: 'foundProblem' as const, params: ({ event }: Checked) => ({ results: event.output, code }) },
          target: `#${box}`,
          actions: keepResults,
        })),
        {
          guard: { type: 'passesChecks', params: ({ event }) => ({ results: event.output }) },
          target: 'done',
          actions: keepResults,
        },
        { target: 'asking', actions: keepResults },
      ],
      onError: { target: 'asking', actions: { type: 'noteError', params: ({ event }) => ({ error: event.error }) } },
    },
  });
}

type Checked = { event: { output: readonly CheckResult[] } };

const keepResults = { type: 'keepResults' as const, params: ({ event }: Checked) => ({ results: event.output }) };

function checkOf({ event }: { event: { check: string } }) {
  return { check: event.check };
}

function hasSeveralChecks(id: PageId): boolean {
  return Object.keys(pageOf(id).checks ?? {}).length > 1;
}
