import { judge } from '../../machines/answers/judgeAnswers.ts';
import { mapSecretFields } from '../../machines/answers/secretFields.ts';
import { tasksOf } from '../../machines/chart/closingTasks.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { standingFailures } from '../../machines/chart/failures.ts';
import { mayEndTask } from '../../machines/chart/heldSecret.ts';
import { asksNothing, isPageId, type PageId, pageOf, type ScreenId, type WarningId } from '../../machines/pages/screens.ts';
import { toSettle } from '../../machines/plan/settled.ts';
import { isKnown } from '../../machines/plan/settledProperties.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { sameAs } from '../../machines/vocabulary/sameAs.ts';
import { Refusal } from '../host/refusal.ts';
import { settleEvent } from '../host/settleEvent.ts';
import { statusOf } from '../host/status.ts';
import { callsOf, type Snapshot, screenOf } from '../host/transition.ts';
import { type AnswersFile, outcomeFor } from './answersFile.ts';

/** A walk through the pages by a file of answers. The answers themselves are proposals of the installation. */
export interface Walk extends Omit<AnswersFile, 'pages'> {
  readonly pages: readonly PageId[];
  readonly who: string;
  /** Where it stopped and why; null while it goes on. */
  readonly stopped: Stopped | null;
}

/** Where a walk stopped, why, and what has to be mended there. */
export interface Stopped {
  readonly page: ScreenId;
  readonly reason: 'unanswered' | 'invalid' | 'check-failed' | 'warning' | 'ready' | 'installer-failed' | 'tasks';
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    readonly field?: string;
    readonly check?: string;
  }[];
}

/** The next step of a walk; `waiting` where a call has to end first, `over` where the installation has ended. */
export function nextStep(snapshot: Snapshot, walk: Walk): WizardEvent | Stopped | 'waiting' | 'over' {
  const page = screenOf(snapshot);
  switch (statusOf(snapshot)) {
    case 'checking':
    case 'installing':
      return 'waiting';
    case 'warning':
      return walk.acknowledge.includes(page as WarningId) ? { type: 'acknowledge', page } : stop(page, 'warning');
    case 'error':
      return overrideOf(snapshot, walk) ? { type: 'acknowledge', page } : stop(page, 'check-failed', problemsOf(snapshot));
    case 'asking':
      return isPageId(page) ? answer(snapshot, walk, page) : 'over';
    case 'ready':
      return review(snapshot, walk);
    case 'failed':
      return stop(page, 'installer-failed', problemsOf(snapshot));
    case 'postInstallation':
      return completeTask(snapshot, walk);
    default:
      return 'over';
  }
}

function answer(snapshot: Snapshot, walk: Walk, page: PageId): WizardEvent | Stopped {
  const { context } = snapshot;
  if (context.answers[page]) return overrideOf(snapshot, walk) ?? stop(page, 'check-failed', problemsOf(snapshot));
  if (!walk.pages.includes(page) && !asksNothing(page)) return stop(page, 'unanswered');
  const proposed = context.proposals[page] ?? {};
  const given = mapSecretFields(pageOf(page).fields, proposed, (value) => (value === null ? undefined : { kept: true }));
  const verdict = judge(pageOf(page), given, factsOf(context.answers), proposed);
  if ('findings' in verdict) return stop(page, 'invalid', verdict.findings);
  return { type: 'submit', page, answers: verdict.answers } as unknown as WizardEvent;
}

function review(snapshot: Snapshot, walk: Walk): WizardEvent | Stopped | 'waiting' {
  const override = overrideOf(snapshot, walk);
  if (override) return override;
  const settling = settle(snapshot, walk);
  if (settling) return settling;
  if (!walk.install) return stop('ready', 'ready');
  if (snapshot.context.wantsInstall) return 'waiting';
  if (snapshot.can({ type: 'install' })) return { type: 'install' };
  return snapshot.context.runsElsewhere ? stop('ready', 'ready') : stop('ready', 'check-failed', problemsOf(snapshot));
}

/** The next open answer that the file settles; nothing, where each is settled, or the plan has no such answer. */
function settle(snapshot: Snapshot, { settle: asked = {}, who }: Walk): WizardEvent | Stopped | 'waiting' | undefined {
  const { context } = snapshot;
  const { properties, settlements = {} } = toSettle(context);
  const planned = new Set(properties.filter(({ provenance }) => !isKnown(provenance)).map(({ name }) => name));
  const next = Object.entries(asked).find(([name, { property, values }]) => {
    const present = settlements[name];
    const isSettled = present?.property === property && (!values || sameAs(values, present.values ?? {}));
    return planned.has(name) && !isSettled;
  });
  if (!next) return undefined;
  if (callsOf(snapshot).length > 0) return 'waiting';
  const [name, { property, values }] = next;
  if (!context.packageAsks) {
    const message = 'What the package asks is not known: name the package, or send its listing (mim-setup inspect --json).';
    return stop('ready', 'invalid', [{ code: 'invalid', message, field: `settle.${name}` }]);
  }
  try {
    return settleEvent(snapshot, { type: 'settle', name, property, for: 'installation', ...(values && { values }) }, who);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return stop('ready', 'invalid', [{ code: error.code, message: error.message, field: `settle.${name}` }]);
  }
}

/** The next task that the file closes, but for one that may not end yet. */
function completeTask({ context }: Snapshot, { complete }: Walk): WizardEvent | Stopped {
  for (const task of tasksOf(context)) {
    const ended = context.tasks[task] === undefined && outcomeFor(complete, task);
    if (ended && mayEndTask(context, task, ended.reason)) return { type: 'complete', task, ...ended };
  }
  return stop('postInstallation', 'tasks');
}

/** The override that the file gives for a check that stands in the way. */
function overrideOf({ context }: Snapshot, { override, who }: Walk): WizardEvent | undefined {
  const failed = standingFailures(context);
  const given = override.find(({ check }) => failed.some(({ id }) => id === check));
  if (!given || !failed.length) return undefined;
  const check = failed.find(({ id }) => id === given.check)!.id;
  return { type: 'override', check, reason: given.reason, who, at: new Date().toISOString() };
}

function problemsOf({ context }: Snapshot): Stopped['problems'] {
  const checks = standingFailures(context);
  return context.problems.map(({ code, message, field }) => {
    const check = checks.find((one) => one.code === code && one.message === message)?.id;
    return { code, message, ...(field !== undefined && { field }), ...(check && { check }) };
  });
}

function stop(page: ScreenId, reason: Stopped['reason'], problems: Stopped['problems'] = []): Stopped {
  return { page, reason, problems };
}
