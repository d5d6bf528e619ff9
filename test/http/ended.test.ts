import { expect, it } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { serve } from './service.ts';

it('An installation that has ended takes no more answers, secrets or not: each is refused by name', async () => {
  await using served = await serve();
  const { id } = await served.client.begin();
  await served.client.event(id, { type: 'cancel' });
  const path = `/api/v1/installations/${id}/answers`;
  for (const file of [{}, { pages: { serviceAccount: { name: 'svc', domain: 'contoso', password: 'Pass@word1' } } }]) {
    const { status, body } = await served.client.request<{ code: string }>('PUT', path, file);
    expect([status, body.code]).toEqual([409, 'not-now']);
  }
  const submit = { type: 'submit', page: 'welcome', answers: {} };
  const { status, body } = await served.client.event<View & { code: string }>(id, submit);
  expect([status, body.code]).toEqual([409, 'not-now']);
});
