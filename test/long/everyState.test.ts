import { beforeAll, describe, expect, it } from 'vitest';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { isPageId } from '../../machines/pages/screens.ts';
import { exportAnswers } from '../../server/answers/exportAnswers.ts';
import { noProgress } from '../../server/host/callProgress.ts';
import { migrate } from '../../server/host/chartMigration.ts';
import { knownContext } from '../../server/host/knownContext.ts';
import { hasEnded, statusOf } from '../../server/host/status.ts';
import { callsOf, revive, type Snapshot, screenOf } from '../../server/host/transition.ts';
import { planView } from '../../server/plan/forms.ts';
import { checksOf } from '../../server/view/checks.ts';
import { viewOf } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { explore } from '../chart/exploring.ts';
import { otherPages, renamed } from '../chart/otherChart.ts';
import { Walk } from '../chart/walk.ts';
import { unknownIn } from '../language/unknownIn.ts';

/** An installation in each state of the chart, the furthest of those that are in it. */
let states: { readonly name: string; readonly snapshot: Snapshot }[];

beforeAll(() => {
  const byName = new Map<string, Snapshot>();
  for (const snapshot of explore(wizardMachine).snapshots) {
    const name = JSON.stringify(snapshot.value);
    const known = byName.get(name);
    if (!known || known.context.trail.length < snapshot.context.trail.length) byName.set(name, snapshot);
  }
  states = [...byName].map(([name, snapshot]) => ({ name, snapshot }));
});

describe('In every state, what another chart has kept', () => {
  const going = () => states.filter(({ snapshot }) => !hasEnded(statusOf(snapshot)));

  it('and called otherwise is where it was', () => {
    expect(states.length).toBeGreaterThan(50);
    for (const { name, snapshot } of going()) {
      const { context, status, value } = snapshot;
      const at = { status: statusOf(snapshot), page: screenOf(snapshot) };
      const moved = revive(migrate(renamed({ context, status, value }), at, callsOf(snapshot)).kept);
      expect({ name, at: { status: statusOf(moved), page: screenOf(moved) } }).toEqual({ name, at });
      expect(exportAnswers(moved.context), name).toEqual(exportAnswers(context));
    }
  });

  it('with a page more, one less and one by another name can be read, and leads on', () => {
    for (const { name, snapshot } of going()) {
      const { context, status, value } = snapshot;
      const at = { status: statusOf(snapshot), page: screenOf(snapshot) };
      const kept = otherPages(renamed({ context, status, value }));
      const walk = new Walk(migrate(kept, at, callsOf(snapshot)));
      expect(() => viewOf(row, walk.snapshot, { settlements: {} }, noProgress), name).not.toThrow();
      const { answers, proposals } = walk.context;
      expect({ ...proposals, ...answers }, name).toMatchObject(knownContext(kept.context, kept.context).answers);
      const { screen } = walk;
      if (at.status === 'installing' || at.status === 'postInstallation') expect(statusOf(walk.snapshot), name).toBe(at.status);
      else if (walk.calls.length === 0 && isPageId(screen)) expect(walk.to('ready', answersFor('C')), name).toContain(screen);
    }
  });
});

describe('In every state, rehearsed and live,', () => {
  it('the view, the checks and the plan are told in German, to the last word', () => {
    const unknown = states.flatMap(({ snapshot }) => {
      const { context } = snapshot;
      const live = viewOf({ ...row, mode: 'live' }, snapshot, planning, noProgress);
      const plan = planView({ context, screen: screenOf(snapshot) }, planning);
      return unknownIn([viewOf(row, snapshot, planning, noProgress), live, plan, checksOf(context, noProgress.checks, false)]);
    });
    expect([...new Set(unknown)].filter((text) => !madeUp.test(text))).toEqual([]);
  });
});

/** What the services say that the chart is explored with. */
const madeUp = / (?:passed|warning|failed)$|^It did not work\.$|^succeeded$/;
const planning = { settlements: {} };
const row = { id: 'x', name: null, mode: 'rehearsal', runner: null, revision: 1, createdAt: '', updatedAt: '' } as const;
