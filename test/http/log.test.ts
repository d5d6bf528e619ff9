import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { type Served, serve } from './service.ts';

let served: Served;
let path = '';
beforeAll(async () => {
  served = await serve();
  const { client } = served;
  const begun = await client.begin();
  expect((await client.request('GET', `/api/v1/installations/${begun.id}/log`)).status).toBe(404);
  await client.walk(begun, answersFor('E', ['service']));
  await client.event(begun.id, { type: 'install' });
  await client.until(begun.id, 'postInstallation');
  path = `${served.url}/api/v1/installations/${begun.id}/log`;
});
afterAll(() => served?.[Symbol.asyncDispose]());

describe('The log', () => {
  it('is text, with the part that was asked for', async () => {
    const all = await (await fetch(path)).text();
    expect(all).toMatch(/MainEngineThread is returning 0\n$/);
    const part = await fetch(path, { headers: { Range: 'bytes=-2' } });
    expect([part.status, await part.text()]).toEqual([206, '0\n']);
  });

  it('is given whole where more of its end is asked for than there is', async () => {
    const all = await (await fetch(path)).text();
    const reply = await fetch(path, { headers: { Range: 'bytes=-999999999' } });
    expect([reply.status, await reply.text()]).toEqual([200, all]);
  });

  it('is refused behind its end, and of an attempt that was not made', async () => {
    expect((await fetch(path, { headers: { Range: 'bytes=999999999-' } })).status).toBe(422);
    expect((await fetch(`${path}?attempt=2`)).status).toBe(404);
    expect((await fetch(`${path}?attempt=../1`)).status).toBe(422);
  });
});
