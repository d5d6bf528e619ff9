import type { AnyStateMachine, SnapshotFrom } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { tasksOf } from '../../machines/chart/closingTasks.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { standingFailures } from '../../machines/chart/failures.ts';
import { knowsOutcome } from '../../machines/chart/guards.ts';
import { heldSecret } from '../../machines/chart/heldSecret.ts';
import { type CheckId, isPageId, type PageId, pageOf, type ScreenId } from '../../machines/pages/screens.ts';
import { type HostCheckId, hostChecks } from '../../machines/ports/checks.ts';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import type { Option } from '../../machines/vocabulary/mailOptions.ts';
import type { ProblemCode } from '../../machines/vocabulary/problems.ts';
import { callsOf, type Outcome, type Snapshot, screenOf } from '../../server/host/transition.ts';
import { answersFor } from '../answers.ts';
import { type Ground, recorded } from './transitions.ts';
import { changeEvent, localLogonAllowed, result, resultsOf, submitEvent } from './walk.ts';

export type Step = WizardEvent | Outcome;

/** Goes everywhere in a chart that the chosen events lead to. Tells where it came by, and every snapshot it found. */
export function explore(
  machine: AnyStateMachine,
  place = placeOf,
  limit = mostSteps,
): { readonly visited: Ground; readonly snapshots: readonly Snapshot[] } {
  const visited: Ground = { states: new Set(), transitions: new Set() };
  const map = getAdjacencyMap(recorded(machine, visited), {
    ...options,
    serializeState: (snapshot) => place(snapshot as Snapshot),
    limit,
  });
  return { visited, snapshots: Object.values(map).map(({ state }) => state as Snapshot) };
}

/** Far more than the wizard has; a chart in which no place is like another is given up with `Traversal limit exceeded`. */
const mostSteps = 300_000;

/** How the graph's functions are to go about the wizard. */
export const options = {
  input: { id: 'explored', package: null },
  events: (snapshot: SnapshotFrom<AnyStateMachine>) => stepsFrom(snapshot as Snapshot),
  serializeState: (snapshot: SnapshotFrom<AnyStateMachine>) => placeOf(snapshot as Snapshot),
};

/** What tells two places apart: the state, and of the context what the guards ask for. */
export function placeOf({ value, context, status }: Snapshot): string {
  if (status === 'done') return JSON.stringify(value);
  const { features, option } = factsOf(context.answers);
  const screen = context.trail.at(-1);
  return JSON.stringify([
    value,
    features,
    option?.option,
    context.answers.database?.whenExists,
    context.checks.find(({ id }) => id === localLogonAllowed.id)?.status === localLogonAllowed.status,
    standingFailures(context).map(({ id }) => id),
    screen !== undefined && isPageId(screen) && screen in context.answers,
    screen === 'mailboxApplication' && registrationOf(context),
    isHeldOnOneWay(context),
    context.wantsInstall,
    context.wantsStop,
    knowsOutcome(context),
    Object.keys(context.tasks).length,
  ]);
}

/** On one way of several is enough: a secret that is held changes nothing between its page and the end. */
function isHeldOnOneWay(context: WizardContext): boolean {
  const isTheWay = context.answers.database?.whenExists === 'create';
  return isTheWay && !context.checks.some(({ status }) => status === 'failed') && heldSecret(context) !== undefined;
}

/** Events worth trying in a state: everything that a client may send there, and every way in which its calls can end. */
export function stepsFrom(snapshot: Snapshot): Step[] {
  const { context } = snapshot;
  const screen = screenOf(snapshot);
  const { option = 'C' } = factsOf(context.answers).option ?? {};
  const open = tasksOf(context).find((task) => !context.tasks[task]);
  return [
    ...(isPageId(screen) ? answersTo(screen, option).map((answers) => submitEvent(screen, answers)) : []),
    ...(screen === 'mailboxApplication' && context.registration?.expiresAt
      ? [submitEvent(screen, { ...context.proposals[screen] })]
      : []),
    { type: 'acknowledge', page: screen },
    { type: 'back' },
    ...context.trail.map((page) => ({ type: 'revisit', page }) as const),
    ...(comesBack(screen) ? Object.entries(context.answers).map(([page, answers]) => changeEvent(page as PageId, answers)) : []),
    { type: 'replay', answers: {} },
    { type: 'recheck' },
    ...standingFailures(context).map(
      ({ id }) => ({ type: 'override', check: id, reason: 'known', who: 'test', at: '' }) as const,
    ),
    { type: 'register', mailbox: 'mim@contoso.com', group: 'mim-access@contoso.com', secretMonths: 12 },
    { type: 'list', listing: { ...product, features: [], properties: [], dialogs: [], summary: { state: 'fine' } } },
    { type: 'settle', name: 'cloud.cloud', settlement: null },
    { type: 'handOut', reason: 'known', who: 'test', at: '' },
    { type: 'install' },
    { type: 'retry' },
    ...outcomes.map((outcome) => ({ type: 'report', outcome }) as const),
    ...(open ? [{ type: 'complete', task: open, outcome: 'done' } as const] : []),
    { type: 'cancel' },
    ...callsOf(snapshot).flatMap((call) => [
      ...outputsOf(call).map((output): Step => ({ type: `xstate.done.actor.${call}`, output })),
      { type: `xstate.error.actor.${call}`, error: { code: 'unexpected', message: 'It did not work.' } } as const,
    ]),
  ];
}

/** A change is tried where it comes back to: elsewhere it leads the same ways as going back does. */
function comesBack(screen: ScreenId): boolean {
  return screen === 'ready' || screen === 'failed';
}

/** Answers that lead different ways. */
function answersTo(page: PageId, option: Option): object[] {
  const usual = answersFor(option);
  if (page === 'components') return [usual[page]!, { features: ['registrationPortal'] }, { features: ['resetPortal'] }];
  if (page === 'database') return ['create', 'reuse'].map((whenExists) => ({ ...usual[page], whenExists }));
  if (page === 'mailServer') {
    const incompatible = { type: 'smtp', host: 'smtp.contoso.com', authentication: 'basic', managedServiceAccount: false };
    return [answersFor('C')[page]!, answersFor('E')[page]!, incompatible];
  }
  return [usual[page] ?? {}];
}

function outputsOf(call: string): unknown[] {
  if (isPageId(call)) return outputsOfPage(call);
  const outputs = otherOutputs[call];
  if (!outputs) throw new Error(`Say in otherOutputs how the call ${call} can end.`);
  return outputs;
}

/** All passed; each check failed alone, and the first two together; and what the page's error boxes stand for. */
function outputsOfPage(page: PageId): unknown[] {
  const checks = Object.keys(pageOf(page).checks ?? {}) as CheckId[];
  const where = (failed: readonly CheckId[], code: ProblemCode = 'host-unreachable') =>
    resultsOf(
      page,
      failed.map((id) => result(id, page, 'failed', code)),
    );
  return [
    where([]),
    ...checks.map((id) => where([id])),
    ...(checks.length > 1 ? [where(checks.slice(0, 2))] : []),
    ...boxCodes.map((code) => where(checks.slice(0, 1), code)),
    ...(page === localLogonAllowed.page ? [resultsOf(page, [localLogonAllowed])] : []),
  ];
}

const boxCodes = [
  'sign-in-failed',
  'subscription-not-found',
  'application-validation-failed',
  'mailbox-access-failed',
] as const satisfies ProblemCode[];

export const outcomes = (['succeeded', 'cancelled', 'failed', 'interrupted'] as const).map(
  (ended): InstallOutcome => ({ result: ended, exitCode: 0, restartNeeded: true, rolledBack: null, message: ended }),
);

const product = { productName: 'Package', productCode: '{A}', productVersion: '4.6.421.0' };
const asks = { ...product, from: 'file', dialogs: [], screens: [], properties: [] };

const otherOutputs: Readonly<Record<string, unknown[]>> = {
  comparing: [[result('package', 'ready', 'passed')]],
  ready: [0, 2].map((failing) =>
    (Object.keys(hostChecks) as HostCheckId[]).map((id, at) =>
      at < failing
        ? result(id, 'ready', 'failed', 'host-unsuitable')
        : { ...result(id, 'ready', 'passed'), ...(id === 'package' && { asks }) },
    ),
  ),
  creatingApplication: [{ objectId: 'object', applicationId: 'application', tenantId: 'tenant' }],
  creatingServicePrincipal: [{ servicePrincipalId: 'principal' }],
  addingClientSecret: [{ clientSecret: { secret: 'new' }, expiresAt: '2026-01-01T00:00:00.000Z' }],
  grantingConsent: [
    { granted: true, consentUrl: 'https://login.example/consent' },
    { granted: false, consentUrl: 'https://login.example/consent' },
  ],
  installing: outcomes,
  stopping: [undefined],
  postInstallation: [[result('service-runs', 'postInstallation', 'failed', 'host-unreachable')]],
};

function registrationOf({ registration }: WizardContext): unknown {
  return registration && [registration.application, registration.servicePrincipalId, registration.expiresAt].map(Boolean);
}
