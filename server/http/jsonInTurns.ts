import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { inTurns } from '../store/inTurns.ts';

/**
 * Answers with a list, or with an object that has a long one, as `response.json` does, its tag included, and takes a turn of the event
 * loop for each hundred of its items: nobody else waits until a long list is written.
 *
 * @param items what is written of each item.
 * @param around what is written before the list, and behind it.
 */
export async function jsonInTurns<T>(
  request: Request,
  response: Response,
  items: readonly T[],
  toTold: (item: T) => unknown = (item) => item,
  [head, tail]: readonly [string, string] = ['[', ']'],
): Promise<void> {
  const parts: Buffer[] = [Buffer.from(head)];
  let text = '';
  let count = 0;
  for await (const item of inTurns(items)) {
    text += `${count === 0 ? '' : ','}${JSON.stringify(toTold(item))}`;
    count += 1;
    if (text.length < partSize) continue;
    parts.push(Buffer.from(text));
    text = '';
  }
  parts.push(Buffer.from(text + tail));
  const tag = createHash('sha1');
  let length = 0;
  for await (const part of inTurns(parts, 10)) {
    tag.update(part);
    length += part.length;
  }
  response.type('json').set({
    ETag: `W/"${length.toString(16)}-${tag.digest('base64').slice(0, 27)}"`,
    'Content-Length': String(length),
  });
  if (request.fresh) {
    for (const name of ['Content-Type', 'Content-Length']) response.removeHeader(name);
    response.status(304).end();
    return;
  }
  try {
    await pipeline(Readable.from(parts), response);
  } catch (error) {
    // Nobody is left to be answered.
    if (!response.destroyed) throw error;
  }
}

/** Characters. */
const partSize = 64 * 1024;
