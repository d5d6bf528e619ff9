import { judge } from '../../machines/answers/judgeAnswers.ts';
import { mapSecretFields } from '../../machines/answers/secretFields.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { phaseOf } from '../../machines/chart/flow.ts';
import { isPageId, isScreenId, type PageId, pageOf, screens } from '../../machines/pages/screens.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import type { Row } from '../store/rows.ts';
import type { PersistedSnapshot } from '../store/snapshot.ts';
import { knownContext } from './knownContext.ts';
import { firstTransition, type Outcome, revive, type Snapshot, screenOf, type Transition, transitionOn } from './transition.ts';

/**
 * Moves an installation that an older chart has kept over to this one. Its answers are replayed as far as they lead, with the results
 * that its checks had then; what had failed there has failed here. What the installer has begun is never lost to it: where the
 * answers do not lead all the way any more, an installation whose installer runs, or has succeeded, goes on as it is with what is
 * known of it; one whose installer has failed is asked what is new.
 *
 * What was to be installed once its last checks were over waits at `ready`: what would be done may be another thing now.
 *
 * @param at the status and the page that were kept with it; they say where it is, whatever the states of its chart were called.
 * @param waiting ids of the calls that it waits for.
 */
export function migrate(kept: PersistedSnapshot, at: Pick<Row, 'status' | 'page'>, waiting: readonly string[]): Transition {
  const old = knownContext(kept.context, firstOf(kept.context).kept.context);
  const stage = stageOf(old, at.status, waiting);
  const replayed = whatLiesOver(replay(old, stage === 'interview' ? at.status : 'ready'), old, at, waiting);
  if (stage === 'interview') return { ...replayed, stopped: waiting };
  const stopped = waiting.filter((id) => id !== 'installing');
  if (screenOf(revive(replayed.kept)) === 'ready') {
    const context = { ...replayed.kept.context, problems: old.problems, outcome: outcomeOf(old, at.status, stage) };
    return stillStopping({ kept: { value: stage, context, status: 'active' }, started: [], stopped });
  }
  if (stage !== failed) return stillStopping({ kept: { value: stage, context: old, status: 'active' }, started: [], stopped });
  const problems = [...replayed.kept.context.problems, asksMore];
  return { ...replayed, kept: { ...replayed.kept, context: { ...replayed.kept.context, problems } }, stopped: waiting };
}

/** An installer that was asked to stop is asked again: it may not have heard of it. */
function stillStopping(moved: Transition): Transition {
  const next = moved.kept.context.wantsStop ? transitionOn(revive(moved.kept), { type: 'cancel' }) : undefined;
  return next?.started.length ? { ...next, stopped: moved.stopped } : moved;
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
function replay(old: WizardContext, status: string): Transition {
  let last = firstOf(old);
  for (let next = goOn(revive(last.kept), old, status); next; next = goOn(revive(last.kept), old, status)) {
    const stays = screenOf(revive(next.kept)) === screenOf(revive(last.kept));
    last = next;
    if (stays) break;
  }
  const { registration, attempt, outcome, wasReported = false, tasks, wantsStop, failures } = old;
  const { handedOut, listing, packageAsks, settlements } = old;
  const proposals = { ...old.proposals, ...old.answers, ...last.kept.context.proposals };
  for (const page of Object.keys(last.kept.context.answers)) delete proposals[page as PageId];
  const ofPackage = { listing, packageAsks, settlements };
  const ofInstaller = { attempt, outcome, wasReported, tasks, wantsStop, failures };
  const context = { ...last.kept.context, ...ofPackage, ...ofInstaller, proposals, registration, handedOut };
  return { ...last, kept: { ...last.kept, context } };
}

/** The step on from the present screen, where it was left behind before; nothing, where it was not, or can't be any more. */
function goOn(now: Snapshot, old: WizardContext, status: string): Transition | undefined {
  const screen = screenOf(now);
  if (now.hasTag('checking') || screen === 'ready') return undefined;
  if (isPageId(screen)) return resubmit(now, old, screen, status);
  return old.trail.slice(0, -1).includes(screen) ? transitionOn(now, { type: 'acknowledge', page: screen }) : undefined;
}

/**
 * The step that a page's old answers lead to: onwards, to its checks where they were under way, or to what these had found;
 * nothing, where the answers no longer do.
 */
function resubmit(now: Snapshot, old: WizardContext, page: PageId, status: string): Transition | undefined {
  const answers = old.answers[page];
  if (!answers) return undefined;
  const given = mapSecretFields(pageOf(page).fields, answers, () => ({ kept: true }));
  const verdict = judge(pageOf(page), given, factsOf(now.context.answers), answers);
  if (!('answers' in verdict)) return undefined;
  const submitted = transitionOn(now, { type: 'submit', page, answers: verdict.answers } as unknown as WizardEvent);
  if (!submitted || !revive(submitted.kept).hasTag('checking')) return submitted;
  const isLast = old.trail.at(-1) === page;
  if (isLast && status === 'checking') return submitted;
  const output = old.checks.filter((check) => check.page === page);
  if (isLast && output.length === 0) return transitionOn(revive(submitted.kept), { type: 'back' });
  const checked = { ...submitted.kept, context: { ...submitted.kept.context, overrides: old.overrides } };
  return transitionOn(revive(checked), { type: `xstate.done.actor.${page}`, output } as Outcome);
}

/** An error box that was read is closed again, a registration that was under way is taken up, and so is what it asks to confirm. */
function whatLiesOver(
  replayed: Transition,
  old: WizardContext,
  { status, page }: Pick<Row, 'status' | 'page'>,
  waiting: readonly string[],
): Transition {
  const now = revive(replayed.kept);
  const screen = screenOf(now);
  if (screens[screen].kind === 'error' && status !== 'error')
    return transitionOn(now, { type: 'acknowledge', page: screen }) ?? replayed;
  if (!old.registration || screen !== old.trail.at(-1)) return replayed;
  if (status === 'checking' && page === screen && !waiting.includes(page))
    return transitionOn(now, { type: 'register', ...old.registration }) ?? replayed;
  const confirms = isScreenId(page) && 'liesOverPage' in screens[page] && phaseOf(page) === phaseOf(screen);
  if (!confirms) return replayed;
  return { ...replayed, kept: { ...replayed.kept, value: { interview: { [phaseOf(page)]: page } } } };
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
