import type { Request, Response } from 'express';
import { Refusal } from '../host/refusal.ts';
import { translatorOf } from './inAskedLanguage.ts';

/** Longest wait that is granted, seconds. */
export const longestWait = 300;

/**
 * Seconds that the client prefers to wait for (RFC 7240), 0 where it does not.
 *
 * @example preferredWait(request) // 20, where it says `Prefer: wait=20`
 */
export function preferredWait(request: Request): number {
  const wait = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,9})"?/i.exec(request.get('Prefer') ?? '')?.[1];
  return Math.min(Number(wait ?? 0), longestWait);
}

/** @throws {Refusal} `stale`, where the client expects another revision by `If-Match`. */
export function expectRevision(request: Request, revision: number): void {
  const header = request.get('If-Match');
  if (header === undefined || names(header, revision)) return;
  throw new Refusal(
    'stale',
    `The installation is at revision ${revision}. Read it again, and repeat the request if it still applies.`,
  );
}

/** Whether the client has seen this revision in this language, by `If-None-Match`. */
export function hasSeen(request: Request, response: Response, revision: number): boolean {
  const header = request.get('If-None-Match');
  return header !== undefined && names(header, revision, translatorOf(response)?.language ?? '');
}

/** The key by which a client may repeat a request without repeating what it does. */
export function idempotencyKey(request: Request): string | undefined {
  const key = request.get('Idempotency-Key')?.trim();
  if (key === undefined || key === '') return undefined;
  if (key.length > 255) throw new Refusal('malformed', 'An Idempotency-Key has at most 255 characters.');
  return key;
}

/**
 * Whether a list of entity tags names a revision, in whatever language it was read, unless one is given. A tag may be weak, and may
 * lack its quotes: both are common, and clear.
 */
function names(header: string, revision: number, language?: string): boolean {
  return header.split(',').some((each) => {
    const tag = each.trim();
    if (tag === '*') return true;
    const [, seen, told = ''] = /^(?:W\/)?"?(\d{1,15})(?:-([a-z]{2}))?"?$/.exec(tag) ?? [];
    return seen === String(revision) && (language === undefined || told === language);
  });
}
