import { assign, raise, setup } from 'xstate';
import type { AnswersOf, PageId, ScreenId } from '../pages/screens.ts';
import type { CheckResult } from '../ports/checks.ts';
import type { InstallOutcome } from '../ports/installer.ts';
import type { Registration } from '../ports/registration.ts';
import type { SecretRef } from '../vocabulary/secret.ts';
import * as act from './actions.ts';
import type { BranchName } from './branches.ts';
import { answersThatHold, beginChange, takeFindingsAgain } from './changing.ts';
import type { WizardContext } from './context.ts';
import type { WizardEvent } from './events.ts';
import { guards } from './guards.ts';
import { keepPackage, keepSettlement } from './packageKept.ts';
import { serviceActors } from './serviceActors.ts';

/** What is on screen in a state, and when it shows. */
export interface ScreenMeta {
  readonly screen?: ScreenId;
  readonly showsIf?: BranchName;
}

/** The vocabulary of the chart: types, services, guards and actions. What its states are stands in `states/`, and their order in `flow.ts`. */
export const wizard = setup({
  types: {} as {
    context: WizardContext;
    events: WizardEvent;
    input: Pick<WizardContext, 'id' | 'package'> & { readonly runsElsewhere?: boolean };
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
    beginChange: assign(({ context, event }) => (event.type === 'change' ? beginChange(context, event.page) : {})),
    takeAnswersAgain: assign(({ context }, { page }: { page: PageId }) =>
      act.keepAnswers(context, page, answersThatHold(context, page)!),
    ),
    takeFindingsAgain: assign(({ context }, { page }: { page: PageId }) => takeFindingsAgain(context, page)),
    endChange: assign({ changing: null }),
    keepResults: assign(({ context }, { results }: { results: readonly CheckResult[] }) => ({
      ...keepPackage(context, results),
      ...act.keepResults(context, results),
    })),
    noteError: assign(({ context }, { error }: { error: unknown }) => act.noteError(context, error)),
    noteIncompatibleMail: assign(({ context }) => act.noteIncompatibleMail(context)),
    proposeAnswers: assign(({ context, event }) => (event.type === 'replay' ? act.proposeAnswers(context, event.answers) : {})),
    overrideCheck: assign(({ context, event }) => (event.type === 'override' ? act.overrideCheck(context, event) : {})),
    beginRegistration: assign(({ context, event }) => (event.type === 'register' ? act.beginRegistration(context, event) : {})),
    learnOfRegistration: assign(({ context }, news: Partial<Registration>) => act.learnOfRegistration(context, news)),
    proposeApplication: assign(({ context }, { clientSecret }: { clientSecret: SecretRef }) =>
      act.proposeApplication(context, clientSecret),
    ),
    keepListing: assign(({ event }) => (event.type === 'list' ? { listing: event.listing } : {})),
    keepSettlement: assign(({ context, event }) =>
      event.type === 'settle' ? keepSettlement(context, event.name, event.settlement) : {},
    ),
    keepHandOut: assign(({ event }) =>
      event.type === 'handOut' ? { handedOut: { reason: event.reason, who: event.who, at: event.at } } : {},
    ),
    rememberInstall: assign({ wantsInstall: true }),
    forgetInstall: assign({ wantsInstall: false }),
    keepReport: assign(({ context, event }) => (event.type === 'report' ? act.keepReport(context, event.outcome) : {})),
    beginAttempt: assign(({ context }) => act.beginAttempt(context)),
    rememberStop: assign({ wantsStop: true }),
    keepOutcome: assign(({ context }, { outcome }: { outcome: InstallOutcome }) => act.keepOutcome(context, outcome)),
    endTask: assign(({ context, event }) => (event.type === 'complete' ? act.endTask(context, event.task, event) : {})),
    goBack: raise(({ context }) => act.previousScreen(context)),
  },
});

export type WizardState = Parameters<typeof wizard.createStateConfig>[0];
