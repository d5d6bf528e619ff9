import { describe, expect, it } from 'vitest';
import { chart } from '../../server/drawing/chart.ts';
import { highlightsOf, type JournalStep } from '../../server/drawing/highlights.ts';
import { wayBack } from '../../server/drawing/wayBack.ts';
import { answersFor } from '../answers.ts';
import { Walk } from '../chart/walk.ts';

const outcome = { exitCode: 1603, restartNeeded: false, message: '', rolledBack: true, result: 'failed' } as const;

/** An installation that comes to `ready`, is begun, and then fails and is tried again that often. */
function failing(times: number): { readonly steps: readonly JournalStep[]; readonly looks: Map<number, number> } {
  const walk = new Walk();
  const states = [walk.kept];
  walk.to('ready', answersFor('E'));
  states.push(walk.kept);
  walk.end([]).send({ type: 'install' });
  const installing = walk.kept;
  walk.end(outcome, 'installing');
  for (let time = 0; time < times; time++) states.push(installing, walk.kept);
  const looks = new Map<number, number>();
  const steps = states.map((kept, at) => ({
    revision: at + 1,
    get kept() {
      looks.set(at + 1, (looks.get(at + 1) ?? 0) + 1);
      return kept;
    },
  }));
  return { steps, looks };
}

function backFrom(steps: readonly JournalStep[]): Promise<JournalStep[]> {
  return wayBack(chart, steps.at(-1)!, async (after, limit) => steps.slice(after, after + limit));
}

describe('The way back', () => {
  it('reaches to the last screen of the trail, and tells all that the whole journal would', async () => {
    for (const times of [1, 20, 200]) {
      const { steps } = failing(times);
      const back = await backFrom(steps);
      expect(back.map(({ revision }) => revision)).toEqual(steps.slice(-back.length).map(({ revision }) => revision));
      expect(back[0]!.revision).toBeLessThanOrEqual(2);
      expect(highlightsOf(chart, back)).toEqual(highlightsOf(chart, steps));
    }
  });

  it('goes no further where the screen is near', async () => {
    const { steps } = failing(500);
    expect((await backFrom(steps.slice(0, 2))).map(({ revision }) => revision)).toEqual([2]);
  });

  it('looks at each step once, however many there are', async () => {
    const { steps, looks } = failing(5000);
    const back = await backFrom(steps);
    expect(back.length).toBeGreaterThan(10_000);
    // The last one also says which screen is looked for.
    expect([...looks].filter(([revision, times]) => times > (revision === steps.length ? 2 : 1))).toEqual([]);
  });
});
