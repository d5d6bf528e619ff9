import { expect } from 'vitest';
import type { Option } from '../../machines/vocabulary/mailOptions.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { MortalService } from './mortalService.ts';
import { nextEvent, same } from './undisturbed.ts';
import { undisturbedWalk } from './walkOn.ts';

/**
 * Walks installations side by side to their ends, each by an option, on a service that is killed after every step, and expects
 * each to go on at the same view, as if nothing had happened.
 */
export async function walkAndDie(options: readonly Option[]): Promise<void> {
  const expected = await Promise.all(options.map((option) => undisturbedWalk(option)));
  await using service = await MortalService.start();
  const begin = { mode: 'rehearsal', rehearsal: { pace: 40 } };
  const walks = await Promise.all(
    options.map(async (option, at) => ({
      views: [(await service.persist('/api/v1/installations', begin, `begin ${option}`)).body] as View[],
      expected: expected[at]!,
      answers: answersFor(option),
    })),
  );
  const longest = Math.max(...expected.map(({ length }) => length));
  for (let step = 1; step < longest; step++) {
    for (const { views, answers } of walks) {
      const view = views.at(-1)!;
      const event = nextEvent(view, answers);
      if (!event) continue;
      await service.persist(`/api/v1/installations/${view.id}/events`, event, `${view.revision}`);
      views.push(await service.settled(view.id));
    }
    await service.killAndRestart();
    for (const { views } of walks) expect(await service.client.view(views[0]!.id)).toEqual(views.at(-1));
  }
  for (const { views, expected: undisturbed } of walks) {
    expect(views.map(same)).toEqual(undisturbed.map(same));
    expect(views.at(-1)!.status).toBe('finished');
  }
}
