import { assertEvent, assign, type ExtractEvent, raise, setup } from 'xstate';
import type { AnswersOf, PageId, ScreenId } from '../pages/screens.ts';
import type { CheckResult } from '../ports/checks.ts';
import type { InstallOutcome } from '../ports/installer.ts';
import type { Registration } from '../ports/registration.ts';
import type { SecretRef } from '../vocabulary/secret.ts';
import * as act from './actions.ts';
import { beginAttempt, keepOutcome, keepReport } from './attempts.ts';
import type { BranchName } from './branches.ts';
import { answersThatHold, beginChange, takeFindingsAgain } from './changing.ts';
import type { Beginning, WizardContext } from './context.ts';
import type { WizardEvent } from './events.ts';
import { guards } from './guards.ts';
import { keepPackage, keepSettlement } from './packageKept.ts';
import { serviceActors } from './serviceActors.ts';

/** What is on screen in a state, and when it shows. */
export interface ScreenMeta {
  readonly screen?: ScreenId;
  readonly showsIf?: BranchName;
}

/**
 * The vocabulary of the chart: types, services, guards and actions. What its states are stands in `states/`, and their order in
 * `flow.ts`.
 */
export const wizard = setup({
  types: {} as {
    context: WizardContext;
    events: WizardEvent;
    input: Beginning;
    tags: 'asking' | 'checking' | 'installing';
    meta: ScreenMeta;
  },
  actors: serviceActors,
  guards,
  actions: {
    enterScreen: assign(({ context }, { screen }: { screen: ScreenId }) => act.enterScreen(context, screen)),
    clearProblems: assign({ problems: [] }),
    keepAnswers: assign(({ context }, { page, answers }: { page: PageId; answers: AnswersOf<PageId> }) =>
      act.keepAnswers(context, page, answers),
    ),
    beginChange: on('change', (context, { page }) => beginChange(context, page)),
    takeAnswersAgain: assign(({ context }, { page }: { page: PageId }) =>
      act.keepAnswers(context, page, answersThatHold(context, page)!),
    ),
    takeFindingsAgain: assign(({ context }, { page }: { page: PageId }) => takeFindingsAgain(context, page)),
    endChange: assign({ changing: null }),
    keepResults: assign(({ context }, { results }: { results: readonly CheckResult[] }) => ({
      ...keepPackage(context, results),
      ...act.keepResults(context, results),
    })),
    noteError: assign((_, { error }: { error: unknown }) => act.noteError(error)),
    noteIncompatibleMail: assign(({ context }) => act.noteIncompatibleMail(context)),
    proposeAnswers: on('replay', (context, { answers }) => act.proposeAnswers(context, answers)),
    overrideCheck: on('override', act.overrideCheck),
    beginRegistration: on('register', act.beginRegistration),
    learnOfRegistration: assign(({ context }, news: Partial<Registration>) => act.learnOfRegistration(context, news)),
    proposeApplication: assign(({ context }, { clientSecret }: { clientSecret: SecretRef }) =>
      act.proposeApplication(context, clientSecret),
    ),
    keepListing: on('list', (_, { listing }) => ({ listing })),
    keepSettlement: on('settle', (context, { name, settlement }) => keepSettlement(context, name, settlement)),
    keepHandOut: on('handOut', (_, { reason, who, at }) => ({ handedOut: { reason, who, at } })),
    rememberInstall: assign({ wantsInstall: true }),
    forgetInstall: assign({ wantsInstall: false }),
    keepReport: on('report', (context, { outcome }) => keepReport(context, outcome)),
    beginAttempt: assign(({ context }) => beginAttempt(context)),
    rememberStop: assign({ wantsStop: true }),
    keepOutcome: assign(({ context }, { outcome }: { outcome: InstallOutcome }) => keepOutcome(context, outcome)),
    endTask: on('complete', (context, event) => act.endTask(context, event.task, event)),
    goBack: raise(({ context }) => act.previousScreen(context)),
  },
});

/** A state of the chart, as `createStateConfig` takes it. */
export type WizardState = Parameters<typeof wizard.createStateConfig>[0];

/** What one event changes. It is an action of that event's transitions alone. */
function on<const Type extends WizardEvent['type']>(
  type: Type,
  change: (context: WizardContext, event: ExtractEvent<WizardEvent, Type>) => Partial<WizardContext>,
) {
  return assign<WizardContext, WizardEvent, undefined, WizardEvent, never>(({ context, event }) => {
    assertEvent(event, type);
    return change(context, event);
  });
}
