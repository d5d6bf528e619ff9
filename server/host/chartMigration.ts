import { judge } from '../../machines/answers/judgeAnswers.ts';
import { mapSecretFields } from '../../machines/answers/secretFields.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { isPageId, type PageId, pageOf } from '../../machines/pages/screens.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { PersistedSnapshot } from '../store/snapshot.ts';
import { firstTransition, type Outcome, revive, type Snapshot, screenOf, type Transition, transitionOn } from './transition.ts';

/**
 * Moves an installation that an older chart has kept over to this one, by replaying its answers as far as they lead, with the
 * results that its checks had then. One whose installer has run is taken over only where the answers lead all the way again.
 *
 * @param waiting ids of the calls that it waits for.
 * @throws {Problem} `chart-changed`, where it can't be.
 */
export function migrate(old: PersistedSnapshot, waiting: readonly string[]): Transition {
  const stage = stageOf(old, waiting);
  const replayed = replay(old.context);
  if (stage === 'interview') return { ...replayed, stopped: waiting };
  if (screenOf(revive(replayed.kept)) !== 'ready') {
    throw new Problem(
      'chart-changed',
      'This installation was begun with another version, in which its answers meant something else, and its installer has run.',
    );
  }
  const context = { ...replayed.kept.context, problems: old.context.problems };
  return { kept: { value: stage, context, status: 'active' }, started: [], stopped: waiting.filter((id) => id !== 'installing') };
}

/** The last step of the way through this chart, and the calls that its state waits for. */
function replay(old: WizardContext): Transition {
  let last = firstTransition({ id: old.id, package: old.package, runsElsewhere: old.runsElsewhere });
  for (let next: Transition | undefined = last; next; next = goOn(revive(last.kept), old)) last = next;
  const { registration, attempt, outcome, tasks, wantsStop, failures } = old;
  const proposals = { ...old.proposals, ...old.answers, ...last.kept.context.proposals };
  const context = { ...last.kept.context, proposals, registration, attempt, outcome, tasks, wantsStop, failures };
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

/** Where this chart has the stage that the older one was in. What has not run yet may be replayed, wherever it was. */
function stageOf(
  { value, context }: PersistedSnapshot,
  waiting: readonly string[],
): 'interview' | Exclude<PersistedSnapshot['value'], string> {
  const [phase, within] = typeof value === 'object' ? (Object.entries(value)[0] ?? []) : [value];
  const stage = typeof within === 'object' ? Object.keys(within)[0] : within;
  const runs = waiting.includes('installing');
  if (!runs && (phase === 'interview' || context.attempt === 0)) return 'interview';
  if (phase === 'installation' && stage === 'installing' && runs) return { installation: { installing: 'running' } };
  if (phase === 'installation' && stage === 'postInstallation') return { installation: { postInstallation: 'closing' } };
  if (phase === 'installation' && stage === 'failed') return { installation: 'failed' };
  throw new Problem('chart-changed', 'This installation was begun with another version, and its installer has run.');
}
