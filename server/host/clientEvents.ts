import { isTaskId } from '../../machines/chart/closingTasks.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { mayBeOverridden, standingFailures } from '../../machines/chart/failures.ts';
import { mayEndTask } from '../../machines/chart/heldSecret.ts';
import { isScreenId } from '../../machines/pages/screens.ts';
import { change, invalidAnswers, type Sealing, submit } from './answerEvents.ts';
import type { ClientEvent } from './clientEventSchemas.ts';
import { declaredChecks } from './declaredChecks.ts';
import type { LoadedInstallation } from './loadedInstallation.ts';
import { Refusal } from './refusal.ts';
import type { Seal } from './secrets/secrets.ts';
import { settleEvent } from './settleEvent.ts';
import { screenOf } from './transition.ts';

/**
 * Makes a client's event into one of the chart's: what it names has to exist, its answers are judged, its secrets sealed.
 *
 * @throws {Refusal} `not-found`, `not-now`, `stale`, `not-overridable`, `checks-failed` or `invalid-answers`.
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
    case 'change':
      return change(present, body, seal);
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
    [`These checks failed: ${names.join(', ')}.`, ...failed.map(({ message }) => message)].join(' '),
    { checks: names },
  );
}
