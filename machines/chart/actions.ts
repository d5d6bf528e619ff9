import { type Answers, type AnswersOf, isPageId, type PageId, type ScreenId } from '../pages/screens.ts';
import type { CheckResult, Override } from '../ports/checks.ts';
import type { Registration } from '../ports/registration.ts';
import { optionsNear } from '../vocabulary/mailOptions.ts';
import type { SecretRef } from '../vocabulary/secret.ts';
import { enterWhileChanging } from './changing.ts';
import type { TaskId, TaskOutcome } from './closingTasks.ts';
import type { ProblemNote, WizardContext } from './context.ts';
import type { WizardEvent } from './events.ts';
import { countFailure } from './failures.ts';

type Change = Partial<WizardContext>;

/** Comes to a screen: cuts the trail there, and what was answered from there on becomes a proposal. */
export function enterScreen(context: WizardContext, screen: ScreenId): Change {
  const at = context.trail.indexOf(screen);
  const before = at < 0 ? context.trail : context.trail.slice(0, at);
  const { kept, left } = part(context.answers, before);
  const checks = context.checks.filter(({ page }) => before.includes(page));
  return {
    trail: [...before, screen],
    answers: kept,
    proposals: { ...context.proposals, ...left },
    checks,
    overrides: context.overrides.filter(({ check }) => checks.some(({ id }) => id === check)),
    wantsInstall: false,
    ...enterWhileChanging(context, screen, left),
  };
}

/** Takes what was submitted; what stood against the page is over, and the page's checks begin anew. */
export function keepAnswers(context: WizardContext, page: PageId, answers: AnswersOf<PageId>): Change {
  const { [page]: _, ...proposals } = context.proposals;
  return { ...forgetChecks(context, page), answers: { ...context.answers, [page]: answers }, proposals, problems: [] };
}

/**
 * Takes the results of checks, in place of earlier ones of the same checks. Those that failed are the problems that stand against the
 * screen now, but for the ones that somebody answers for.
 */
export function keepResults(context: WizardContext, results: readonly CheckResult[]): Change {
  const failed = results.filter(({ status }) => status === 'failed');
  return {
    checks: [
      ...context.checks.filter(({ id }) => !results.some((result) => result.id === id)),
      ...results.map(({ asks: _, kept: __, ...result }) => result),
    ],
    failures: failed.reduce((failures, { id }) => countFailure(failures, id), context.failures),
    problems: failed.filter(({ id }) => !context.overrides.some(({ check }) => check === id)).map(toProblem),
  };
}

/**
 * Notes why a call broke off. Nothing else stands against the screen then: what checks would have found is not known.
 *
 * @param error the problem that the host has made of what was thrown.
 */
export function noteError(error: unknown): Change {
  return { problems: [error as ProblemNote] };
}

/** Says which options of the guide would work with the mail server that was chosen. */
export function noteIncompatibleMail({ answers }: WizardContext): Change {
  const near = optionsNear(answers.mailServer!);
  const message = 'Authentication method selected is not supported by this Mail Server. These options work with it:';
  return {
    problems: [{ code: 'incompatible-mail-authentication', message, detail: near.join('\n'), field: 'authentication' }],
  };
}

/** Goes on in spite of a failed check, for which somebody answers. Other failed checks go on standing against the screen. */
export function overrideCheck(context: WizardContext, { check, reason, who, at }: Override): Change {
  const overrides = [...context.overrides, { check, reason, who, at }];
  const problems = context.checks
    .filter(({ id, status }) => status === 'failed' && !overrides.some((one) => one.check === id))
    .map(toProblem);
  return { overrides, problems };
}

/** Takes a registration up where it was left. If its client secret was typed over since, a new one is made. */
export function beginRegistration(
  { registration, answers, proposals }: WizardContext,
  { mailbox, group, secretMonths }: Pick<Registration, 'mailbox' | 'group' | 'secretMonths'>,
): Change {
  const { expiresAt: _, ...withoutSecret } = registration ?? {};
  const held = answers.mailboxApplication ?? proposals.mailboxApplication;
  const isStillHeld = held?.applicationId === registration?.application?.applicationId;
  return { registration: { ...(isStillHeld ? registration : withoutSecret), mailbox, group, secretMonths }, problems: [] };
}

/** Adds to what is known of the registration. */
export function learnOfRegistration(context: WizardContext, news: Partial<Registration>): Change {
  return { registration: { ...context.registration!, ...news } };
}

/** Takes back every answer, and proposes them and the given ones anew; the given ones go first. */
export function proposeAnswers(context: WizardContext, given: Answers): Change {
  return { answers: {}, proposals: { ...context.proposals, ...context.answers, ...given }, problems: [], changing: null };
}

/** Fills the page in with the application that was registered. It counts once it is submitted. Nobody was handed its secret yet. */
export function proposeApplication(context: WizardContext, clientSecret: SecretRef): Change {
  const { applicationId, tenantId } = context.registration!.application!;
  const { mailboxApplication: _, ...answers } = context.answers;
  const proposals = { ...context.proposals, mailboxApplication: { applicationId, tenantId, clientSecret } };
  return { answers, proposals, handedOut: null };
}

/** Takes what became of a closing task, in place of what was said of it before. */
export function endTask(context: WizardContext, task: TaskId, { outcome, reason }: TaskOutcome): Change {
  return { tasks: { ...context.tasks, [task]: { outcome, ...(reason !== undefined && { reason }) } } };
}

/** Where `back` leads: the screen that the user came from. */
export function previousScreen({ trail }: WizardContext): Extract<WizardEvent, { type: 'revisit' }> {
  return { type: 'revisit', page: trail.at(-2)! };
}

function part(answers: Answers, before: readonly ScreenId[]): { kept: Answers; left: Answers } {
  const pages = Object.entries(answers).filter(([page]) => isPageId(page));
  return {
    kept: Object.fromEntries(pages.filter(([page]) => before.includes(page as PageId))),
    left: Object.fromEntries(pages.filter(([page]) => !before.includes(page as PageId))),
  };
}

function forgetChecks({ checks, overrides }: WizardContext, page: PageId): Pick<WizardContext, 'checks' | 'overrides'> {
  const forgotten = checks.filter((check) => check.page === page).map(({ id }) => id);
  return {
    checks: checks.filter(({ id }) => !forgotten.includes(id)),
    overrides: overrides.filter(({ check }) => !forgotten.includes(check)),
  };
}

function toProblem({ code = 'unexpected', message, detail, field }: CheckResult): ProblemNote {
  return { code, message, ...(detail !== undefined && { detail }), ...(field !== undefined && { field }) };
}
