import { z } from 'zod';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { flow } from '../../machines/chart/flow.ts';
import type { Phase } from '../../machines/chart/flowLines.ts';
import * as line from '../../machines/chart/flowLines.ts';
import { readFlow } from '../../machines/chart/readFlow.ts';
import { wizard } from '../../machines/chart/setup.ts';
import { errorBox } from '../../machines/chart/states/errorBox.ts';
import { page } from '../../machines/chart/states/page.ts';
import { warning } from '../../machines/chart/states/warning.ts';
import { definePage } from '../../machines/pages/definePage.ts';
import { hostName, secret } from '../../machines/pages/fieldKinds.ts';
import type { AnswersOf, CheckedPageId, OpenedAnswers } from '../../machines/pages/screens.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Services } from '../../machines/ports/services.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { NewSecret, SecretRef } from '../../machines/vocabulary/secret.ts';
import type { PersistedSnapshot } from '../../server/store/snapshot.ts';

/**
 * Programs that must not compile, each with the line that stops it: where one compiles after all, its expectation is in vain,
 * and this file does not. Nothing here is ever run.
 */
export function wrongPrograms(
  context: WizardContext,
  kept: PersistedSnapshot,
  services: Services,
  newSecret: NewSecret,
  ref: SecretRef,
): unknown[] {
  // An event names a page that there is, with the answers of that very page
  const submits: WizardEvent[] = [
    { type: 'submit', page: 'reportingServer', answers: { host: 'scsm.contoso.com' } },
    // @ts-expect-error There is no such page.
    { type: 'submit', page: 'reporting', answers: { host: 'scsm.contoso.com' } },
    // @ts-expect-error These are the answers of another page.
    { type: 'submit', page: 'reportingServer', answers: { url: 'http://mim.contoso.com' } },
    // @ts-expect-error Something is missing.
    { type: 'submit', page: 'database', answers: { server: 'sql01', name: 'FIMService' } },
    // @ts-expect-error This is none of the choices.
    { type: 'submit', page: 'database', answers: { server: 'sql01', name: 'FIMService', whenExists: 'replace' } },
    // @ts-expect-error The page is not a page but a warning: nothing is submitted there.
    { type: 'submit', page: 'databaseBackupWarning', answers: {} },
  ];

  // A secret reaches the chart as a reference, and a service as its text
  const application = { applicationId: '', tenantId: '' };
  const sealed: AnswersOf<'mailboxApplication'> = { ...application, clientSecret: ref };
  // @ts-expect-error The chart never holds a secret's text.
  const unsealed: AnswersOf<'mailboxApplication'> = { ...application, clientSecret: 'text' };
  const opened: OpenedAnswers = { mailboxApplication: { ...application, clientSecret: 'text' } };
  // @ts-expect-error A service can do nothing with a reference.
  const unopened: OpenedAnswers = { mailboxApplication: sealed };
  const database = { server: '', name: '', whenExists: 'create' } as const;
  const checkAs = { method: 'sql', user: '', password: 'text' } as const;
  // @ts-expect-error Secrets that nest are sealed as well.
  const nested: AnswersOf<'database'> = { ...database, checkAs };
  // @ts-expect-error What a service has come by is told on purpose, or not at all.
  const told: string = newSecret;

  // What is named has to exist
  const names: WizardEvent[] = [
    { type: 'override', check: 'mail-reachable', reason: '', who: '', at: '' },
    // @ts-expect-error There is no such check.
    { type: 'override', check: 'mail', reason: '', who: '', at: '' },
    // @ts-expect-error There is no such task.
    { type: 'complete', task: 'celebrate', outcome: 'done' },
    // @ts-expect-error There is no such outcome.
    { type: 'complete', task: 'addIns', outcome: 'later' },
    // @ts-expect-error There is no such event.
    { type: 'next' },
  ];
  // @ts-expect-error There is no such problem code.
  const problem = new Problem('database-exist', 'It exists.');
  // @ts-expect-error A result has one of three statuses; the host alone says pending and overridden.
  const result: CheckResult = { id: 'sign-in', page: 'signIn', status: 'overridden', message: '', at: '', ms: 0 };
  // @ts-expect-error A page without checks is never checked.
  const checked: CheckedPageId = 'firewall';

  // A page leads somewhere, under a question that there is
  const edges = [
    page('firewall', { showsIf: 'installsPortal', next: 'ready' }),
    // @ts-expect-error It leads nowhere.
    page('firewall', { next: 'nowhere' }),
    // @ts-expect-error It leads on.
    page('firewall', { showsIf: 'installsPortal' }),
    // @ts-expect-error Nobody asks this question.
    page('firewall', { showsIf: 'isTuesday', next: 'ready' }),
    // @ts-expect-error A warning asks nothing.
    page('resetPortalWarning', { next: 'ready' }),
    // @ts-expect-error A page is not acknowledged.
    warning('firewall', { next: 'ready' }),
    // @ts-expect-error An error box leads back to a page.
    errorBox('signInFailed', { over: 'databaseBackupWarning' }),
    // @ts-expect-error No check finds such a problem.
    page('signIn', { next: 'components', errorBoxes: { 'sign-in-fail': 'signInFailed' } }),
    // @ts-expect-error The way goes by a warning there, not by an error box.
    page('signIn', { next: 'components', errorBoxes: { 'sign-in-failed': 'resetPortalWarning' } }),
  ];

  // The flow has a line for each screen, of its own kind
  const { cancelled: _cancelled, ...unended } = flow;
  // @ts-expect-error One screen has no line.
  const forgetful = readFlow(unended);
  const phases: Phase[] = [
    { signIn: line.page(), signInFailed: line.errorBox({ over: 'signIn', found: 'sign-in-failed' }) },
    // @ts-expect-error It is a page, not a warning.
    { signIn: line.warning() },
    // @ts-expect-error There is no such screen.
    { signOut: line.page() },
    // @ts-expect-error Nobody asks this question.
    { signIn: line.page({ showsIf: 'isTuesday' }) },
    // @ts-expect-error The checks of this page, which has none, can find nothing.
    { signInFailed: line.errorBox({ over: 'welcome', found: 'sign-in-failed' }) },
    // @ts-expect-error No check finds such a problem.
    { signInFailed: line.errorBox({ over: 'signIn', found: 'sign-in-fail' }) },
    // @ts-expect-error A stage says where it leads in each case.
    { installing: line.stage({ succeeded: 'postInstallation' }) },
  ];

  // A declaration is about its own fields
  const screen = { title: '', subtitle: '', step: '', guidance: '', team: 'project' as const };
  const fields = z.strictObject({ host: hostName(), password: secret().optional() });
  const declarations = [
    definePage({ ...screen, fields, properties: { HOST: { field: 'host' } } }),
    // @ts-expect-error A property comes from a field that there is.
    definePage({ ...screen, fields, properties: { HOST: { field: 'hots' } } }),
    // @ts-expect-error A rule is about a field that there is.
    definePage({ ...screen, fields, applies: { hots: { when: () => true } } }),
    // @ts-expect-error A property's value is made of answers that there are.
    definePage({ ...screen, fields, properties: { HOST: { field: 'host', value: ({ hots }) => hots } } }),
    // @ts-expect-error A page says which step of the guide it encodes.
    definePage({ title: '', subtitle: '', guidance: '', team: 'project', fields }),
    // @ts-expect-error A page says whom its answers are asked of.
    definePage({ title: '', subtitle: '', step: '', guidance: '', fields }),
    // @ts-expect-error A field that others know is one that there is.
    definePage({ ...screen, fields, teamOf: { hots: 'mail' } }),
  ];

  // The chart calls services that there are, with what they ask for, and acts by names that there are
  const charts = [
    wizard.createStateConfig({ invoke: { id: 'x', src: 'checkTasks', input: { installation: '', answers: {} } } }),
    // @ts-expect-error There is no such service.
    wizard.createStateConfig({ invoke: { id: 'x', src: 'checkWeather', input: {} } }),
    // @ts-expect-error A page's check has to know which page.
    wizard.createStateConfig({ invoke: { id: 'x', src: 'checkPage', input: { installation: '', answers: {} } } }),
    // @ts-expect-error There is no such action.
    wizard.createStateConfig({ entry: 'forgetEverything' }),
    // @ts-expect-error There is no such guard.
    wizard.createStateConfig({ on: { back: { guard: 'isAllowed', target: 'x' } } }),
    // @ts-expect-error A guard that asks about something has to be told what.
    wizard.createStateConfig({ on: { back: { guard: { type: 'isOnScreen', params: { asked: 'nowhere', screen: 'cloud' } } } } }),
  ];

  // What is known changes by steps alone
  // @ts-expect-error The context is read-only.
  context.attempt = 2;
  // @ts-expect-error So are its answers,
  context.answers.cloud = { cloud: 'china' };
  // @ts-expect-error its trail,
  context.trail.push('ready');
  // @ts-expect-error and all that is kept.
  kept.status = 'done';

  // A set of services is complete
  const { stopInstaller: _, ...incomplete } = services;
  // @ts-expect-error One is missing.
  const all: Services = incomplete;

  return [
    submits,
    unsealed,
    opened,
    unopened,
    nested,
    told,
    names,
    problem,
    result,
    checked,
    edges,
    forgetful,
    phases,
    declarations,
    charts,
    all,
  ];
}
