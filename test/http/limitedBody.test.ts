import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { limitedBody } from '../../server/http/limitedBody.ts';

const longest = 1000;

describe('The body of a request', () => {
  it('is read whole up to its limit', async () => {
    expect(await send(longest)).toEqual({ status: 200, text: `${longest}` });
  });

  // One that has been destroyed counts as broken off: nobody would be answered.
  it.each([longest + 1, 2 ** 20])(
    'of %i bytes is refused, the request left as it is, and its sender hears why',
    async (bytes) => {
      expect(await send(bytes)).toEqual({ status: 413, text: 'too long, not destroyed' });
    },
  );
});

/** Sends so many bytes without saying how many they are. */
async function send(bytes: number): Promise<{ status: number; text: string }> {
  const server = createServer(async (request, response) => {
    let taken = 0;
    try {
      for await (const piece of limitedBody(request, longest, () => new Error('too long'))) taken += piece.length;
      response.end(`${taken}`);
    } catch (error) {
      response.statusCode = 413;
      response.end(`${(error as Error).message}, ${request.destroyed ? '' : 'not '}destroyed`);
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const reply = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    method: 'POST',
    body: Readable.toWeb(Readable.from(pieces(bytes), { objectMode: false })),
    duplex: 'half',
  } as RequestInit);
  return { status: reply.status, text: await reply.text() };
}

function* pieces(bytes: number): Generator<Uint8Array> {
  const piece = new Uint8Array(64 * 1024);
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece.subarray(0, Math.min(piece.length, bytes - sent));
}
