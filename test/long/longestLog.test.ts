import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
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

it('Such a log is collected in small pieces: the service goes on answering meanwhile', async () => {
  const { id } = await ready(served);
  await report(served, id, '?exitCode=1603', streamed(pieces(64 * mib)));
  // By turns and not by the clock: on a busy machine a short one takes long.
  let turns = 0;
  const turn = setInterval(() => turns++);
  onTestFinished(() => clearInterval(turn));
  let bytes = 0;
  const { body } = await fetch(`${served.url}/api/v1/installations/${id}/collection`);
  // What the archive is made of beside the log is there once it begins.
  turns = 0;
  for await (const piece of body!) bytes += piece.length;
  expect(bytes).toBeGreaterThan(64 * 1024);
  expect(turns, 'turns in which it could answer others').toBeGreaterThan(100);
});

function* pieces(bytes: number): Generator<Uint8Array> {
  // Lines of 1 KiB.
  const piece = new Uint8Array(Buffer.alloc(mib, `${'x'.repeat(1023)}\n`));
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece.subarray(0, Math.min(piece.length, bytes - sent));
}
