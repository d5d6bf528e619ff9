import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './service.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served[Symbol.asyncDispose]());

describe('A rehearsal that is to fail', () => {
  it.each([
    ['failAt', 'DeploySolution', /no action .* "DeploySolution"\. Did you mean DeploySolutions\?/],
    ['failCheck', 'database-versoin', /no check "database-versoin"\. Did you mean database-version\?/],
    ['failAt', 'x', /GET \/api\/v1\/pages lists them/],
  ])('by %s at what does not exist is refused: %s', async (field, name, words) => {
    const { status, body } = await served.client.request<{ code: string; errors: { field: string; message: string }[] }>(
      'POST',
      '/api/v1/installations',
      { mode: 'rehearsal', rehearsal: { [field]: name } },
    );
    expect([status, body.code]).toEqual([422, 'invalid-request']);
    expect(body.errors).toEqual([
      expect.objectContaining({ field: `rehearsal.${field}`, message: expect.stringMatching(words) }),
    ]);
  });

  it('at what exists is begun', async () => {
    const rehearsal = { failAt: 'DeploySolutions', failCheck: 'service-runs' };
    expect((await served.client.begin({ mode: 'rehearsal', rehearsal })).status).toBe('asking');
  });
});
