import { judge } from '../../machines/answers/judgeAnswers.ts';
import { mapSecretFields } from '../../machines/answers/secretFields.ts';
import { isTaskId } from '../../machines/chart/closingTasks.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { mayBeOverridden, standingFailures } from '../../machines/chart/failures.ts';
import { mayEndTask } from '../../machines/chart/heldSecret.ts';
import type { Finding } from '../../machines/pages/definePage.ts';
import { isPageId, isScreenId, type PageId, pageOf } from '../../machines/pages/screens.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { isSecretRef } from '../../machines/vocabulary/secret.ts';
import type { Step } from '../store/step.ts';
import type { ClientEvent } from './clientEventSchemas.ts';
import { declaredChecks } from './declaredChecks.ts';
import type { LoadedInstallation } from './loadedInstallation.ts';
import { notNow } from './notNow.ts';
import { Refusal } from './refusal.ts';
import type { Seal } from './secrets/secrets.ts';
import { settleEvent } from './settleEvent.ts';
import { screenOf } from './transition.ts';

/** An event as the chart takes it, with the secrets that came with it, sealed. */
export interface Sealing {
  readonly event: WizardEvent;
  readonly sealed: Step['sealed'];
}

/**
 * Makes a client's event into one of the chart's: what it names has to exist, its answers are judged, its secrets sealed.
 *
 * @throws {Refusal} `not-found`, `not-now`, `not-overridable`, `checks-failed` or `invalid-answers`.
 */
export async function toChartEvent(
  present: LoadedInstallation,
  body: ClientEvent,
  who: string,
  seal: () => Promise<Seal>,
): Promise<Sealing> {
  switch (body.type) {
    case 'submit':
      return submit(present, body, seal);
    case 'acknowledge':
      return plain({ type: 'acknowledge', page: namedScreen(body.page) });
    case 'revisit':
      return plain({ type: 'revisit', page: namedScreen(body.page) });
    case 'override':
      return plain({
        type: 'override',
        check: namedCheck(present, body.check),
        reason: body.reason,
        who,
        at: new Date().toISOString(),
      });
    case 'register':
      return plain({ ...body, secretMonths: body.secretMonths ?? 12 });
    case 'complete':
      refuseWithoutSecret(present, body);
      return plain({
        type: 'complete',
        task: namedTask(body.task),
        outcome: body.outcome,
        ...(body.reason !== undefined && { reason: body.reason }),
      });
    case 'settle':
      return plain(settleEvent(present.snapshot, body, who));
    case 'install':
      refuseWhereChecksFail(present);
      return plain(body);
    default:
      return plain(body);
  }
}

async function submit(
  present: LoadedInstallation,
  { page, answers }: ClientEvent & { type: 'submit' },
  seal: () => Promise<Seal>,
): Promise<Sealing> {
  if (!isPageId(page)) throw new Refusal('not-found', 'There is no such page. GET /api/v1/pages lists them.');
  const { snapshot } = present;
  const event = (judged: unknown) => ({ type: 'submit', page, answers: judged }) as unknown as WizardEvent;
  if (screenOf(snapshot) !== page || !snapshot.can(event({}))) throw notNow(snapshot);
  const judged = judgeAnswers(present, page, answers);
  if ('findings' in judged) throw invalidAnswers(judged.findings);
  const { value, sealed } = await sealAnswers(page, judged.answers, seal);
  return { event: event(value), sealed };
}

function judgeAnswers({ snapshot: { context } }: LoadedInstallation, page: PageId, answers: unknown) {
  return judge(pageOf(page), answers, factsOf(context.answers), context.answers[page] ?? context.proposals[page]);
}

/** The answers with each secret that was typed in sealed; one that is kept stays the reference that it is. */
async function sealAnswers(page: PageId, answers: unknown, seal: () => Promise<Seal>) {
  let holdsText = false;
  mapSecretFields(pageOf(page).fields, answers, (text) => {
    holdsText ||= !isSecretRef(text);
    return text;
  });
  const sealed: Step['sealed'][number][] = [];
  if (!holdsText) return { value: answers, sealed };
  const sealText = await seal();
  const value = mapSecretFields(pageOf(page).fields, answers, (text) => {
    if (isSecretRef(text)) return text;
    const one = sealText(String(text));
    sealed.push(one.sealed);
    return one.ref;
  });
  return { value, sealed };
}

export function invalidAnswers(errors: readonly Finding[]): Refusal {
  return new Refusal(
    'invalid-answers',
    errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join(' '),
    { errors },
  );
}

function plain(event: WizardEvent): Sealing {
  return { event, sealed: [] };
}

function namedScreen(page: string) {
  if (!isScreenId(page)) throw new Refusal('not-found', 'There is no such page. GET /api/v1/pages lists them.');
  return page;
}

function namedTask(task: string) {
  if (!isTaskId(task)) throw new Refusal('not-found', 'There is no such task. See `tasks` in the view.');
  return task;
}

function namedCheck({ snapshot: { context } }: LoadedInstallation, check: string) {
  if (!declaredChecks.has(check)) throw new Refusal('not-found', 'There is no such check. See `checks` in the view.');
  const id = check as (typeof context.checks)[number]['id'];
  if (!mayBeOverridden(id)) {
    throw new Refusal('not-overridable', 'The installer itself makes this check, and would refuse. Change the answer instead.', {
      checks: [check],
    });
  }
  return id;
}

/** With the last task the secret is destroyed: that is not left to be found out afterwards. */
function refuseWithoutSecret(
  { snapshot }: LoadedInstallation,
  { task, reason: given }: ClientEvent & { type: 'complete' },
): void {
  if (mayEndTask(snapshot.context, task, given)) return;
  const message =
    'The client secret that was registered here has been handed to nobody, and is destroyed when the installation is finished. Have it handed out first, or give a reason.';
  throw invalidAnswers([{ field: 'reason', code: 'required', message }]);
}

function refuseWhereChecksFail(present: LoadedInstallation): void {
  if (screenOf(present.snapshot) !== 'ready') return;
  const failed = standingFailures(present.snapshot.context);
  if (failed.length === 0) return;
  const names = failed.map(({ id }) => id);
  throw new Refusal(
    'checks-failed',
    `These checks failed: ${failed.map(({ id, message }) => `${id} (${message})`).join('; ')}.`,
    { checks: names },
  );
}
