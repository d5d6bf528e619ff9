import { Refusal } from '../host/refusal.ts';

/** The installation behind which the next part of a list begins. */
export interface Cursor {
  readonly createdAt: string;
  readonly id: string;
}

/** A place in the list as a word that clients only pass on. */
export function writeCursor({ createdAt, id }: Cursor): string {
  return Buffer.from(`${createdAt} ${id}`).toString('base64url');
}

/** @throws {Refusal} `invalid-request`, where no list gave it. */
export function readCursor(text: string): Cursor {
  const [, createdAt, id] = place.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? [];
  const cursor = { createdAt: createdAt ?? '', id: id ?? '' };
  if (writeCursor(cursor) !== text) {
    const message = 'Send what an earlier list gave as `next`.';
    throw new Refusal('invalid-request', `cursor: ${message}`, { errors: [{ field: 'cursor', code: 'invalid', message }] });
  }
  return cursor;
}

const place = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
