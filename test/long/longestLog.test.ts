import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from '../http/service.ts';
import { filesOf, log, ready, report, streamed } from '../report/elsewhere.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served[Symbol.asyncDispose]());

const mib = 2 ** 20;

it.each([1, 8 * mib])('A report of a log of 64 MiB and %i bytes is refused with 413, and changes nothing', async (beyond) => {
  const { id, revision } = await ready(served);
  const { status, body } = await report(served, id, '?exitCode=1603', streamed(pieces(64 * mib + beyond)));
  expect([status, body.code]).toEqual([413, 'too-large']);
  expect(await served.client.view(id)).toMatchObject({ status: 'ready', revision, outcome: null });
  expect(await filesOf(served, id)).toEqual([]);
});

it('A report of a log of 64 MiB is taken', async () => {
  const { id } = await ready(served);
  const { status, body } = await report(served, id, '?exitCode=1603', streamed(pieces(64 * mib)));
  expect([status, body.status]).toEqual([200, 'failed']);
  expect((await log(served, id)).length).toBe(64 * mib);
});

function* pieces(bytes: number): Generator<Uint8Array> {
  // Lines of 1 KiB.
  const piece = new Uint8Array(Buffer.alloc(mib, `${'x'.repeat(1023)}\n`));
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece.subarray(0, Math.min(piece.length, bytes - sent));
}
