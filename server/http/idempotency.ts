import type { Request, Response } from 'express';
import type { Installations, Sending } from '../installations.ts';
import { idempotencyKey } from './preferences.ts';
import { Refusal } from './refusal.ts';
import { reply } from './routes/installations.ts';

/** What was done, to be answered with the installation's view. */
export interface Answer {
  readonly id: string;
  readonly status: number;
  readonly location?: string;
}

/**
 * Does what a request asks for, and answers with the view. With an `Idempotency-Key` it is done once: the key is kept in the
 * same transaction as the step, and a repeat gets the same answer. What was refused changed nothing and may be tried again.
 */
export async function answerOnce(
  installations: Installations,
  request: Request,
  response: Response,
  scope: string,
  act: (answering: Sending['answering']) => Answer | Promise<Answer>,
): Promise<void> {
  const key = idempotencyKey(request);
  if (key === undefined) return void answer(installations, response, await act(undefined));
  const digest = installations.secrets.digest(JSON.stringify(request.body));
  const before = installations.answered(scope, key);
  if (before && before.digest !== digest) {
    throw new Refusal('idempotency-key-reused', 'This Idempotency-Key was used with another request. Use a new one.');
  }
  if (before) return repeat(installations, response, scope, before);
  const done = await act({ scope, key, digest });
  installations.saveAnswer(scope, key, done.status, answer(installations, response, done), done.location ?? null);
}

function answer(installations: Installations, response: Response, { id, status, location }: Answer): string {
  if (location !== undefined) response.set('Location', location);
  return reply(installations, id, response, status);
}

type Answered = NonNullable<ReturnType<Installations['answered']>>;

/** An answer that was lost to a crash is the view as it is now: the step itself was taken. */
function repeat(
  installations: Installations,
  response: Response,
  scope: string,
  { status, body, location, installation }: Answered,
): void {
  if (location !== null) response.set('Location', location);
  if (status === null || body === null) return void reply(installations, installation, response, scope === 'begin' ? 201 : 200);
  const { revision } = JSON.parse(body) as { revision: number };
  response.status(status).set('ETag', `"${revision}"`).type('json').send(body);
}
