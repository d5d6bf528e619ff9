import { outlineOf } from '../../machines/plan/outline.ts';
import type { CheckProgress, InstallerProgress, SignInPrompt } from '../../machines/ports/call.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { problems } from '../../machines/vocabulary/problems.ts';
import type { WalkView } from '../answers/walker.ts';
import { type Kept, revive, screenOf } from '../host/transition.ts';
import type { Planning } from '../plan/forms.ts';
import type { Row } from '../store/rows.ts';
import { eventsTaken } from './can.ts';
import { checksOf } from './checks.ts';
import { pageView } from './page.ts';
import { statusOf } from './status.ts';
import { taskViews } from './tasks.ts';

/** How far the calls of an installation are. It is not kept. */
export interface Running {
  readonly checks: ReadonlyMap<string, CheckProgress>;
  readonly signIn: SignInPrompt | null;
  readonly installer: InstallerProgress | null;
}

export const nothingRuns: Running = { checks: new Map(), signIn: null, installer: null };

export type View = ReturnType<typeof viewOf>;

/** The one reply of every installation route: where it is, what it asks, and what it takes. */
export function viewOf(
  row: Pick<Row, 'id' | 'name' | 'mode' | 'revision' | 'createdAt' | 'updatedAt'>,
  kept: Kept,
  planning: Planning,
  running: Running,
  walk: WalkView | null = null,
) {
  const snapshot = revive(kept);
  const { context } = snapshot;
  const screen = screenOf(snapshot);
  const status = statusOf(snapshot);
  const outline = outlineOf(context, screen);
  const { id, name, mode, revision, createdAt, updatedAt } = row;
  return {
    id,
    name,
    mode,
    revision,
    createdAt,
    updatedAt,
    status,
    page: pageView(context, screen, planning.settlements),
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
      running.checks,
      snapshot.hasTag('checking'),
      screen === 'postInstallation' ? screen : context.trail.at(-1),
    ),
    signIn: running.signIn,
    tasks: taskViews(context, screen, planning),
    progress: status === 'installing' ? (running.installer ?? { action: '', phase: '', percent: 0 }) : null,
    outcome: context.outcome && { ...context.outcome },
    stopped: walk?.stopped ?? null,
    unused: walk?.unused ?? [],
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
    log: `${self}/log`,
    report: `${self}/report`,
    chart: `${self}/chart.svg`,
  };
}
