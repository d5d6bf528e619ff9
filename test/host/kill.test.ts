import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { MortalService } from './mortalService.ts';

const begin = { mode: 'rehearsal', rehearsal: { pace: 40 } };

describe('A service that is killed', { timeout: 120_000 }, () => {
  it('leaves nothing half done: a step that was answered is there, and one that was not is there whole or not at all', async () => {
    await using service = await MortalService.start();
    for (const after of [0, 2, 6]) {
      const { id } = (await service.persist('/api/v1/installations', begin, `begin ${after}`)).body;
      const sent = service.client.event(id, { type: 'submit', page: 'welcome', answers: {} }, {}).then(
        ({ body }) => body.revision,
        () => undefined,
      );
      await pause(after);
      await service.killAndRestart();
      const told = await sent;
      const { revision, page } = await service.client.view(id);
      expect([1, 2]).toContain(revision);
      if (told !== undefined) expect(revision).toBe(told);
      expect(page.id).toBe(revision === 1 ? 'welcome' : 'licenseAgreement');
      const { body } = await service.client.request<object[]>('GET', `/api/v1/installations/${id}/history`);
      expect(body).toHaveLength(revision);
    }
  });
});
