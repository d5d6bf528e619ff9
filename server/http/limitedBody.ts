import type { IncomingMessage } from 'node:http';

/**
 * The body of a request as it comes in, up to so many bytes. What is longer is read no further; the request itself is left as it
 * is, for one that has been destroyed cannot be answered any more.
 *
 * @throws what `tooLong` makes, once there is more.
 */
export async function* limitedBody(request: IncomingMessage, longest: number, tooLong: () => Error): AsyncGenerator<Uint8Array> {
  let taken = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    taken += piece.length;
    if (taken > longest) throw tooLong();
    yield piece;
  }
}
