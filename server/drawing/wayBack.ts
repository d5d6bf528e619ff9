import type { Chart } from './chart.ts';
import { type JournalStep, nodeOf } from './highlights.ts';

/**
 * The steps that led to this one, itself the last, as far back as the drawing tells of them: to the last screen of the trail. A long
 * journal is not read whole for that, and however far it goes, each step is looked at once.
 *
 * @param read gives so many steps behind a revision.
 */
export async function wayBack<Step extends JournalStep>(
  chart: Chart,
  last: Step,
  read: (after: number, limit: number) => Promise<Step[]>,
): Promise<Step[]> {
  const screen = last.kept.context.trail.at(-1);
  const isThere = (steps: readonly Step[]) => steps.some(({ kept }) => nodeOf(chart, kept) === screen);
  const backwards = [[last]];
  for (let from = last.revision - 1; from > 0 && !isThere(backwards.at(-1)!); from -= atOnce) {
    const after = Math.max(0, from - atOnce);
    backwards.push(await read(after, from - after));
  }
  return backwards.toReversed().flat();
}

/** How many steps are read in one go. */
const atOnce = 32;
