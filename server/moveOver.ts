import type { WizardContext, WizardEvent } from '../machines/context.ts';
import { factsOf } from '../machines/facts.ts';
import { judge } from '../machines/judge.ts';
import { isPageId, isScreenId, type PageId, pageOf, screens } from '../machines/pages/index.ts';
import { Problem } from '../machines/ports.ts';
import { mapSecretFields } from '../machines/secretFields.ts';
import { begin, type Kept, type Move, move, type Outcome, revive, type Snapshot, screenOf } from './move.ts';

/**
 * Moves an installation that an older chart has kept over to this one, by replaying its answers as far as they lead, with the
 * results that its checks had then. One whose installer has run is taken over only where the answers lead all the way again.
 *
 * @throws {Problem} `chart-changed`, where it can't be.
 */
export function moveOver(old: Kept, waiting: readonly string[]): Move {
  const replayed = replay(old.context);
  const stage = stageOf(old.value);
  if (!stage) return { ...replayed, stopped: waiting.filter((id) => !replayed.started.some((effect) => effect.id === id)) };
  if (screenOf(revive(replayed.kept)) !== 'ready') {
    throw new Problem(
      'chart-changed',
      'This installation was begun with another version, in which its answers meant something else, and its installer has run.',
    );
  }
  const { attempt, outcome, tasks, wantsStop, failures, problems } = old.context;
  const context = { ...replayed.kept.context, attempt, outcome, tasks, wantsStop, failures, problems };
  return { kept: { value: stage, context, status: 'active' }, started: [], stopped: waiting.filter((id) => id !== 'installing') };
}

/** The last step of the way through this chart, and the calls that its state waits for. */
function replay(old: WizardContext): Move {
  let last = begin({ id: old.id, package: old.package, runsElsewhere: old.runsElsewhere });
  for (const screen of old.trail) {
    const now = revive(last.kept);
    if (!isScreenId(screen) || screenOf(now) !== screen || screens[screen].kind === 'ready') break;
    const next = isPageId(screen) ? resubmit(now, old, screen) : move(now, { type: 'acknowledge', page: screen });
    if (!next) break;
    last = next;
  }
  const { context } = last.kept;
  const proposals = { ...old.proposals, ...old.answers, ...context.proposals };
  return {
    ...last,
    kept: { ...last.kept, context: { ...context, proposals, registration: old.registration, failures: old.failures } },
  };
}

/** The step that a page's old answers lead to; nothing, where they no longer do or a check had not let them pass. */
function resubmit(now: Snapshot, old: WizardContext, page: PageId): Move | undefined {
  const answers = old.answers[page];
  if (!answers) return undefined;
  const given = mapSecretFields(pageOf(page).fields, answers, () => ({ kept: true }));
  const verdict = judge(pageOf(page), given, factsOf(now.context.answers), answers);
  if (!('answers' in verdict)) return undefined;
  const submitted = move(now, { type: 'submit', page, answers: verdict.answers } as unknown as WizardEvent);
  if (!submitted || !revive(submitted.kept).hasTag('checking')) return submitted;
  const checked = { ...submitted.kept, context: { ...submitted.kept.context, overrides: old.overrides } };
  const output = old.checks.filter((check) => check.page === page);
  const done = move(revive(checked), { type: `xstate.done.actor.${page}`, output } as Outcome);
  return done && screenOf(revive(done.kept)) !== page ? done : undefined;
}

function stageOf(value: Kept['value']): Kept['value'] | undefined {
  const within = typeof value === 'object' ? value['installation'] : undefined;
  if (within === undefined) return undefined;
  const stage = typeof within === 'string' ? within : Object.keys(within)[0];
  if (stage === 'installing') return { installation: { installing: 'running' } };
  if (stage === 'postInstallation') return { installation: { postInstallation: 'closing' } };
  return stage === 'failed' ? { installation: 'failed' } : undefined;
}
