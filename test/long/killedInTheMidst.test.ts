import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { MortalService } from '../host/mortalService.ts';
import { actionsIn, nextEvent, same } from '../host/undisturbed.ts';
import { undisturbedWalk, walkOn } from '../host/walkOn.ts';
import { until } from '../installer/jobs.ts';

const begin = { mode: 'rehearsal', rehearsal: { pace: 40 } };
const eventsOf = (id: string) => `/api/v1/installations/${id}/events`;

describe('A service that is killed', () => {
  it('in the midst of checks makes them again, and comes to the same view', async () => {
    const expected = await undisturbedWalk('C');
    await using service = await MortalService.start();
    let view = (await service.persist('/api/v1/installations', begin, 'begin')).body;
    const moments = [0, 3, 10, 25];
    for (const checked of ['signIn', 'mailboxApplication', 'serviceAccount', 'resetPortalService']) {
      while (view.page.id !== checked)
        view = (await service.persist(eventsOf(view.id), nextEvent(view, answersFor('C'))!, `${view.revision}`)).body;
      await service.client.event(view.id, nextEvent(view, answersFor('C'))!, {});
      await pause(moments.shift());
      await service.killAndRestart();
      view = await service.settled(view.id);
      const at = expected.findIndex(({ revision }) => revision === view.revision);
      expect(same(view)).toEqual(same(expected[at]!));
    }
    expect(service.deaths).toBe(4);
  });

  it('while a code to sign in with is waited for shows one again, and takes the sign-in', async () => {
    await using service = await MortalService.start();
    let view = (await service.persist('/api/v1/installations', begin, 'begin')).body;
    while (view.page.id !== 'signIn')
      view = (await service.persist(eventsOf(view.id), nextEvent(view, answersFor('C'))!, `${view.revision}`)).body;
    await service.client.event(view.id, { type: 'submit', page: 'signIn', answers: { method: 'deviceCode' } }, {});
    await service.killAndRestart();
    const again = await service.client.view(view.id);
    expect(again).toMatchObject({ status: 'checking', page: { id: 'signIn' }, revision: view.revision + 1 });
    expect((await service.settled(view.id)).page.id).toBe('components');
  });

  it('when the installer was asked to stop ends it all the same, and rolls back once', async () => {
    await using service = await MortalService.start();
    const slow = { mode: 'rehearsal', rehearsal: { pace: 400 } };
    const view = await walkOn(service, (await service.persist('/api/v1/installations', slow, 'begin')).body, 'F', 'ready');
    await service.persist(eventsOf(view.id), { type: 'install' }, 'install');
    await service.persist(eventsOf(view.id), { type: 'cancel' }, 'cancel');
    await service.killAndRestart();
    const { status, outcome } = await service.settled(view.id);
    expect({ status, result: outcome?.result }).toEqual({ status: 'cancelled', result: 'cancelled' });
    expect([...actionsIn(service.folder, view.id)].filter(([line]) => line.startsWith('Rollback'))).toEqual([
      ['Rollback: CostInitialize', 1],
    ]);
  });

  it('in the midst of the installer, again and again, does each of its actions once', async () => {
    await using service = await MortalService.start();
    const slow = { mode: 'rehearsal', rehearsal: { pace: 120 } };
    let view = await walkOn(service, (await service.persist('/api/v1/installations', slow, 'begin')).body, 'C', 'ready');
    view = (await service.persist(eventsOf(view.id), { type: 'install' }, 'install')).body;
    const settled = service.settled(view.id);
    // Each time it has begun two more of its ten actions.
    await service.killUntil(
      settled,
      () => until(() => begunIn(service, view.id) >= 2 * service.deaths + 2, 'two more actions'),
      4,
    );
    expect(service.deaths).toBe(4);
    expect((await settled).status).toBe('postInstallation');
    const actions = actionsIn(service.folder, view.id);
    expect(begunIn(service, view.id)).toBe(10);
    expect(new Set(actions.values())).toEqual(new Set([1]));
  });
});

/** How many actions the installer has begun. */
function begunIn({ folder }: MortalService, id: string): number {
  if (!existsSync(join(folder, 'jobs', id, '1', 'log.txt'))) return 0;
  return [...actionsIn(folder, id).keys()].filter((line) => line.startsWith('Action start')).length;
}
