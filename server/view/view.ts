import { askedByChange } from '../../machines/plan/askedByChange.ts';
import { openAnswers } from '../../machines/plan/openAnswers.ts';
import { outlineOf } from '../../machines/plan/outline.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { problems } from '../../machines/vocabulary/problems.ts';
import type { WalkView } from '../answers/walkView.ts';
import type { CallProgress } from '../host/callProgress.ts';
import { eventsTaken, isTaken } from '../host/eventsTaken.ts';
import { statusOf } from '../host/status.ts';
import { type Snapshot, screenOf } from '../host/transition.ts';
import type { Planning } from '../plan/forms.ts';
import type { Row } from '../store/rows.ts';
import type { Absence } from './absence.ts';
import { checksOf } from './checks.ts';
import { pageView } from './page.ts';
import { taskViews } from './tasks.ts';

/** The one reply of every installation route, as clients read it. */
export type View = ReturnType<typeof viewOf>;

/** The one reply of every installation route: where it is, what it asks, and what it takes. */
export function viewOf(
  row: Pick<Row, 'id' | 'name' | 'mode' | 'runner' | 'revision' | 'createdAt' | 'updatedAt'>,
  snapshot: Snapshot,
  planning: Planning,
  progress: CallProgress,
  walk: WalkView | null = null,
  waitsFor: Absence | null = null,
) {
  const { context } = snapshot;
  const screen = screenOf(snapshot);
  const status = statusOf(snapshot);
  const outline = outlineOf(context, screen);
  const { id, name, mode, runner, revision, createdAt, updatedAt } = row;
  return {
    id,
    name,
    mode,
    runner,
    waitsFor,
    revision,
    createdAt,
    updatedAt,
    status,
    page: pageView(context, screen, planning.settlements, mode),
    option: factsOf(context.answers).option?.option ?? null,
    trail: context.trail,
    outline,
    step: { index: outline.findIndex(({ state }) => state === 'current') + 1, of: outline.length },
    problems: context.problems.map(({ code, message, detail, field }) => ({
      code,
      title: problems[code].title,
      detail: detail === undefined ? message : `${message}\n${detail}`,
      ...(field !== undefined && { field }),
    })),
    checks: checksOf(
      context,
      progress.checks,
      snapshot.hasTag('checking'),
      screen === 'postInstallation' ? screen : context.trail.at(-1),
    ),
    signIn: progress.signIn,
    openAnswers: screen === 'ready' ? openAnswers(context, planning.settlements) : [],
    holdsSecret: isTaken(snapshot, { type: 'handOut', reason: '', who: '', at: '' }),
    tasks: taskViews(context, screen, planning),
    progress: status === 'installing' ? (progress.installer ?? { action: '', phase: '', percent: 0 }) : null,
    outcome: context.outcome && { ...context.outcome },
    walking: walk?.walking ?? false,
    stopped: walk?.stopped ?? null,
    unused: walk?.unused ?? [],
    change: context.changing
      ? { page: context.changing.page, asks: askedByChange(context, screen, status !== 'checking') }
      : null,
    can: eventsTaken(snapshot),
    links: linksOf(id),
  };
}

function linksOf(id: string) {
  const self = `/api/v1/installations/${id}`;
  return {
    self,
    events: `${self}/events`,
    checks: `${self}/checks`,
    history: `${self}/history`,
    stream: `${self}/stream`,
    answers: `${self}/answers`,
    plan: `${self}/plan`,
    package: `${self}/package`,
    secret: `${self}/secret`,
    log: `${self}/log`,
    report: `${self}/report`,
    chart: `${self}/chart.svg`,
  };
}
