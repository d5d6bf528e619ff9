import { judge } from '../../machines/answers/judgeAnswers.ts';
import { mapSecretFields } from '../../machines/answers/secretFields.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { isPageId, type PageId, pageOf } from '../../machines/pages/screens.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import type { PersistedSnapshot } from '../store/snapshot.ts';
import { knownContext } from './knownContext.ts';
import { firstTransition, type Outcome, revive, type Snapshot, screenOf, type Transition, transitionOn } from './transition.ts';

/**
 * Moves an installation that an older chart has kept over to this one. Its answers are replayed as far as they lead, with the results
 * that its checks had then. What the installer has begun is never lost to it: where the answers do not lead all the way any more, an
 * installation whose installer runs, or has succeeded, goes on as it is with what is known of it; one whose installer has failed is
 * asked what is new.
 *
 * @param status that was kept with it; it says where the installation is, whatever the states of its chart were called.
 * @param waiting ids of the calls that it waits for.
 */
export function migrate(kept: PersistedSnapshot, status: string, waiting: readonly string[]): Transition {
  const old = knownContext(kept.context, firstOf(kept.context).kept.context);
  const replayed = replay(old);
  const stage = stageOf(old, status, waiting);
  if (stage === 'interview') return { ...replayed, stopped: waiting };
  const stopped = waiting.filter((id) => id !== 'installing');
  if (screenOf(revive(replayed.kept)) === 'ready') {
    const context = { ...replayed.kept.context, problems: old.problems, outcome: outcomeOf(old, status, stage) };
    return { kept: { value: stage, context, status: 'active' }, started: [], stopped };
  }
  if (stage !== failed) return { kept: { value: stage, context: old, status: 'active' }, started: [], stopped };
  const problems = [...replayed.kept.context.problems, asksMore];
  return { ...replayed, kept: { ...replayed.kept, context: { ...replayed.kept.context, problems } }, stopped: waiting };
}

const asksMore: WizardContext['problems'][number] = {
  code: 'chart-changed',
  message:
    'The installer had failed under an older version. This one asks something that it did not: answer it, then install again.',
};

/** What became of an installer that nobody waits for any more, and of which nobody knows. */
function outcomeOf(old: WizardContext, status: string, stage: Stage): WizardContext['outcome'] {
  if (status !== 'installing' || stage !== failed || old.outcome) return old.outcome;
  return {
    result: 'interrupted',
    exitCode: null,
    restartNeeded: false,
    rolledBack: null,
    message:
      'The service was updated while the installer ran, and what became of it is not known. See its log on the server first.',
  };
}

function firstOf({ id, package: path, runsElsewhere }: WizardContext): Transition {
  return firstTransition({ id, package: path ?? null, runsElsewhere: runsElsewhere ?? false });
}

/** The last step of the way through this chart, and the calls that its state waits for. */
function replay(old: WizardContext): Transition {
  let last = firstOf(old);
  for (let next: Transition | undefined = last; next; next = goOn(revive(last.kept), old)) last = next;
  const { registration, attempt, outcome, wasReported = false, tasks, wantsStop, failures } = old;
  const proposals = { ...old.proposals, ...old.answers, ...last.kept.context.proposals };
  const context = { ...last.kept.context, proposals, registration, attempt, outcome, wasReported, tasks, wantsStop, failures };
  return { ...last, kept: { ...last.kept, context } };
}

/** The step on from the present screen, where it was left behind before; nothing, where it was not, or can't be any more. */
function goOn(now: Snapshot, old: WizardContext): Transition | undefined {
  const screen = screenOf(now);
  if (now.hasTag('checking') || screen === 'ready') return undefined;
  if (isPageId(screen)) return resubmit(now, old, screen);
  return old.trail.slice(0, -1).includes(screen) ? transitionOn(now, { type: 'acknowledge', page: screen }) : undefined;
}

/**
 * The step that a page's old answers lead to: onwards, or to its checks where they were under way; nothing, where the answers no
 * longer do or a check had not let them pass.
 */
function resubmit(now: Snapshot, old: WizardContext, page: PageId): Transition | undefined {
  const answers = old.answers[page];
  if (!answers) return undefined;
  const given = mapSecretFields(pageOf(page).fields, answers, () => ({ kept: true }));
  const verdict = judge(pageOf(page), given, factsOf(now.context.answers), answers);
  if (!('answers' in verdict)) return undefined;
  const submitted = transitionOn(now, { type: 'submit', page, answers: verdict.answers } as unknown as WizardEvent);
  const output = old.checks.filter((check) => check.page === page);
  const wasBeingChecked = output.length === 0 && old.trail.at(-1) === page;
  if (!submitted || !revive(submitted.kept).hasTag('checking') || wasBeingChecked) return submitted;
  const checked = { ...submitted.kept, context: { ...submitted.kept.context, overrides: old.overrides } };
  const done = transitionOn(revive(checked), { type: `xstate.done.actor.${page}`, output } as Outcome);
  return done && screenOf(revive(done.kept)) !== page ? done : undefined;
}

type Stage = 'interview' | Exclude<PersistedSnapshot['value'], string>;
const failed = { installation: 'failed' } as const;

/** Where this chart has what the older one was at. What has not run yet may be replayed, wherever it was. */
function stageOf({ attempt }: WizardContext, status: string, waiting: readonly string[]): Stage {
  if (waiting.includes('installing')) return { installation: { installing: 'running' } };
  if (attempt === 0) return 'interview';
  if (status === 'postInstallation') return { installation: { postInstallation: 'closing' } };
  return status === 'failed' || status === 'installing' ? failed : 'interview';
}
