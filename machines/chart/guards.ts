import type { PageId, ScreenId } from '../pages/screens.ts';
import type { CheckResult } from '../ports/checks.ts';
import type { InstallOutcome } from '../ports/installer.ts';
import type { ProblemCode } from '../vocabulary/problems.ts';
import { branches } from './branches.ts';
import { answersThatHold, findingsThatHold, isAcknowledged } from './changing.ts';
import { tasksOf } from './closingTasks.ts';
import type { Scope, WizardContext } from './context.ts';
import { openFailures, overridableFailures, standingFailures } from './failures.ts';
import { heldSecret, mayEndTask } from './heldSecret.ts';

/**
 * The guards of the chart: the questions at which the way branches, and those about what an event says and what stands in its
 * way.
 */
export const guards = {
  ...branches,
  isOnScreen: (_: Scope, { asked, screen }: { asked: ScreenId; screen: ScreenId }) => asked === screen,
  isOnTrail: ({ context }: Scope, { asked, screen }: { asked: ScreenId; screen: ScreenId }) =>
    asked === screen && context.trail.includes(screen),
  isOnTrailOnceEnded: ({ context }: Scope, { asked, screen }: { asked: ScreenId; screen: ScreenId }) =>
    asked === screen && context.trail.includes(screen) && knowsOutcome(context),
  isAnsweredBehind: ({ context }: Scope, { asked, page }: { asked: PageId; page: PageId }) =>
    asked === page && isAnsweredBehind(context, page),
  isAnsweredBehindOnceEnded: ({ context }: Scope, { asked, page }: { asked: PageId; page: PageId }) =>
    asked === page && isAnsweredBehind(context, page) && knowsOutcome(context),
  stillAnswered: ({ context }: Scope, { page }: { page: PageId }) => answersThatHold(context, page) !== null,
  stillChecked: ({ context }: Scope, { page }: { page: PageId }) => findingsThatHold(context, page) !== null,
  stillAcknowledged: ({ context }: Scope, { screen }: { screen: ScreenId }) => isAcknowledged(context, screen),
  hasPrevious: ({ context }: Scope) => context.trail.length > 1,
  hasAnswers: ({ context }: Scope) => isAnswered(context),
  foundProblem: ({ context }: Scope, { results, code }: { results: readonly CheckResult[]; code: ProblemCode }) =>
    openFailures(context, results).some((result) => result.code === code),
  passesChecks: ({ context }: Scope, { results }: { results: readonly CheckResult[] }) =>
    openFailures(context, results).length === 0,
  mayOverride: ({ context }: Scope, { check }: { check: string }) => mayOverride(context, check),
  overridesLastFailure: ({ context }: Scope, { check }: { check: string }) =>
    mayOverride(context, check) && standingFailures(context).length === 1,
  knowsPackage: ({ context }: Scope) => context.packageAsks !== null,
  runsHere: ({ context }: Scope) => !context.runsElsewhere,
  /** A problem without a failed check means that the checks themselves broke off: nothing is known then. */
  nothingHoldsBack: ({ context }: Scope) =>
    !context.runsElsewhere && context.problems.length === 0 && openFailures(context, context.checks).length === 0,
  mayInstallAtOnce: ({ context }: Scope, { results }: { results: readonly CheckResult[] }) =>
    context.wantsInstall && openFailures(context, results).length === 0,
  needsApplication: ({ context }: Scope) => !context.registration!.application,
  needsServicePrincipal: ({ context }: Scope) => !context.registration!.servicePrincipalId,
  needsClientSecret: ({ context }: Scope) => !context.registration!.expiresAt,
  consentGranted: (_: Scope, { granted }: { granted: boolean }) => granted,
  hasSucceeded: (_: Scope, { outcome }: { outcome: InstallOutcome }) => outcome.result === 'succeeded',
  wasReported: ({ context }: Scope) => context.wasReported === true,
  knowsOutcome: ({ context }: Scope) => knowsOutcome(context),
  correctsToSuccess: ({ context }: Scope, { outcome }: { outcome: InstallOutcome }) =>
    context.wasReported === true && outcome.result === 'succeeded',
  wasStopped: ({ context }: Scope, { outcome }: { outcome: InstallOutcome }) =>
    context.wantsStop && outcome.result === 'cancelled',
  holdsSecret: ({ context }: Scope) => heldSecret(context) !== undefined,
  mayEnd: ({ context }: Scope, ended: TaskEnded) => mayEnd(context, ended),
  endsLastTask: ({ context }: Scope, ended: TaskEnded) =>
    mayEnd(context, ended) && tasksOf(context).every((id) => id === ended.task || context.tasks[id] !== undefined),
};

/**
 * Whether it is known what became of the last attempt. It is not where its call broke off by a fault: the installer may still run
 * then, or may have succeeded.
 */
export function knowsOutcome({ outcome, problems }: Pick<WizardContext, 'outcome' | 'problems'>): boolean {
  return outcome !== null || problems.every(({ code }) => code !== 'unexpected');
}

interface TaskEnded {
  readonly task: string;
  readonly reason: string | undefined;
}

/** Nothing leads on from a page before it is answered. */
function isAnsweredBehind({ trail }: WizardContext, page: PageId): boolean {
  return trail.slice(0, -1).includes(page);
}

function mayOverride(context: WizardContext, check: string): boolean {
  return overridableFailures(context).some(({ id }) => id === check);
}

function mayEnd(context: WizardContext, { task, reason }: TaskEnded): boolean {
  return tasksOf(context).some((id) => id === task) && mayEndTask(context, task, reason);
}

function isAnswered({ trail, answers }: WizardContext): boolean {
  return trail.at(-1)! in answers;
}
