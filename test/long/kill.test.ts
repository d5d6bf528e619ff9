import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Option } from '../../machines/vocabulary/mailOptions.ts';
import { MortalService } from '../host/mortalService.ts';
import { actionsIn, same } from '../host/undisturbed.ts';
import { walkAndDie } from '../host/walkAndDie.ts';
import { undisturbedWalk, walkOn } from '../host/walkOn.ts';

const options: readonly Option[] = ['A', 'C', 'F', 'H', 'I'];
/** How often it is killed at least, by each of the options and by a failing installer: their share of what is asked for in all. */
const kills = Math.ceil(Number(process.env['MIM_SETUP_TEST_KILLS'] ?? 120) / (options.length + 1));

/** A start takes some seconds on a busy machine, milliseconds. */
const timeout = 600_000 + kills * 10_000;

describe('A service that is killed at any moment', { timeout }, () => {
  it.each(options)('comes to the same end by option %s, each step taken once and each action done once', async (option) => {
    const expected = await undisturbedWalk(option);
    await using service = await MortalService.start();
    for (let walk = 0; service.deaths < kills; walk++) {
      const wish = { mode: 'rehearsal', rehearsal: { pace: 60 } };
      const { body } = await service.persist('/api/v1/installations', wish, `begin ${walk}`);
      const walking = walkOn(service, body, option, 'finished');
      await service.killUntil(walking, anyMoment, service.deaths + kills);
      const end = await walking;
      expect(same(end)).toEqual(same(expected.at(-1)!));
      const { body: history } = await service.client.request<{ revision: number }[]>(
        'GET',
        `/api/v1/installations/${end.id}/history`,
      );
      expect(history.map(({ revision }) => revision)).toEqual(Array.from({ length: end.revision }, (_, at) => at + 1));
      expect(new Set(actionsIn(service.folder, end.id).values())).toEqual(new Set([1]));
    }
  });

  it("after each step of option C's and option F's walk goes on at the same view, to the same end", () => walkAndDie(['C', 'F']));

  it('comes by a failure of the installer to the same end, in two attempts', async () => {
    const wish = { mode: 'rehearsal', rehearsal: { pace: 60, failAt: 'DeploySolutions' } };
    const expected = await undisturbedWalk('C', wish);
    await using service = await MortalService.start();
    for (let walk = 0; service.deaths < kills; walk++) {
      const { body } = await service.persist('/api/v1/installations', wish, `begin ${walk}`);
      const walking = walkOn(service, body, 'C', 'finished');
      await service.killUntil(walking, anyMoment, service.deaths + kills);
      const end = await walking;
      expect(same(end)).toEqual(same(expected.at(-1)!));
      const started = (attempt: number) =>
        [...actionsIn(service.folder, end.id, attempt)]
          .filter(([line]) => line.startsWith('Action start'))
          .map(([, times]) => times);
      expect(started(1)).toEqual(Array.from({ length: 7 }, () => 1));
      expect(started(2)).toEqual(Array.from({ length: 10 }, () => 1));
    }
  });
});

function anyMoment(): Promise<void> {
  return pause(Math.random() ** 2 * 900);
}
