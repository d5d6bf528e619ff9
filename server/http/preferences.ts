import type { Request } from 'express';
import { Refusal } from './refusal.ts';

/** Longest wait that is granted, seconds. */
export const longestWait = 300;

/** Seconds that the client prefers to wait for (RFC 7240), 0 where it does not. */
export function preferredWait(request: Request): number {
  const wait = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,9})"?/i.exec(request.get('Prefer') ?? '')?.[1];
  return Math.min(Number(wait ?? 0), longestWait);
}

/** The revision that the client expects by `If-Match`; nothing, where any will do. */
export function expectedRevision(request: Request): number | undefined {
  const header = request.get('If-Match')?.trim();
  if (header === undefined || header === '*') return undefined;
  return revisionOf(header) ?? -1;
}

/** The revision that the client has seen by `If-None-Match`. */
export function seenRevision(request: Request): number | undefined {
  const header = request.get('If-None-Match');
  return header === undefined ? undefined : revisionOf(header);
}

/** The key by which a client may repeat a request without repeating what it does. */
export function idempotencyKey(request: Request): string | undefined {
  const key = request.get('Idempotency-Key')?.trim();
  if (key === undefined || key === '') return undefined;
  if (key.length > 255) throw new Refusal('malformed', 'An Idempotency-Key has at most 255 characters.');
  return key;
}

function revisionOf(tag: string): number | undefined {
  const digits = /^(?:W\/)?"?(\d{1,15})"?$/.exec(tag.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
