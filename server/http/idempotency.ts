import type { Request, Response } from 'express';
import type { Installations, Sending } from '../host/installations.ts';
import { Refusal } from '../host/refusal.ts';
import type { Views } from '../view/views.ts';
import { idempotencyKey, preferredWait } from './preferences.ts';
import { goneOf, reply } from './reply.ts';
import { untilChecked } from './waiting.ts';

/** What was done, to be answered with the installation's view. */
export interface Answer {
  readonly id: string;
  readonly status: number;
  readonly location?: string;
}

/**
 * Does what a request asks for, and answers with the view. With an `Idempotency-Key` it is done once: the key is kept in the
 * same transaction as the step, and a repeat gets the same answer, also one that comes while the first still waits. What was
 * refused changed nothing and may be tried again.
 *
 * @param act commits before it first waits, so that no other request comes between the look at the key and the step.
 */
export async function answerOnce(
  installations: Installations,
  views: Views,
  request: Request,
  response: Response,
  scope: string,
  act: (answering: Sending['answering']) => Answer | Promise<Answer>,
): Promise<void> {
  const key = idempotencyKey(request);
  if (key === undefined) return void answer(installations, views, response, await act(undefined));
  const digest = installations.secrets.digest(JSON.stringify(request.body));
  const before = installations.answered(scope, key);
  if (before && before.digest !== digest) {
    throw new Refusal('idempotency-key-reused', 'This Idempotency-Key was used with another request. Use a new one.');
  }
  if (before) return repeat(installations, views, request, response, scope, key);
  const first = (async () => {
    const done = await act({ scope, key, digest });
    installations.saveAnswer(scope, key, done.status, answer(installations, views, response, done), done.location ?? null);
  })();
  await remember(installations, scope, key, first);
}

function answer(installations: Installations, views: Views, response: Response, { id, status, location }: Answer): string {
  if (location !== undefined) response.set('Location', location);
  return reply(views, installations.load(id), response, status);
}

/** An answer that was lost to a crash is the view as it is now: the step itself was taken. */
async function repeat(
  installations: Installations,
  views: Views,
  request: Request,
  response: Response,
  scope: string,
  key: string,
): Promise<void> {
  await underWay(installations).get(`${scope} ${key}`);
  const { status, body, location, installation } = installations.answered(scope, key) ?? gone();
  if (location !== null) response.set('Location', location);
  if (status === null || body === null) {
    await untilChecked(installations, installation, preferredWait(request), goneOf(request, response));
    return void reply(views, installations.load(installation), response, scope === 'begin' ? 201 : 200);
  }
  const { revision } = JSON.parse(body) as { revision: number };
  response
    .status(status)
    .set({ ETag: `"${revision}"`, 'Cache-Control': 'no-store' })
    .type('json')
    .send(body);
}

/** Deleted while its answer was waited for. */
function gone(): never {
  throw new Refusal('not-found', 'There is no such installation any more.');
}

async function remember(installations: Installations, scope: string, key: string, first: Promise<void>): Promise<void> {
  const answers = underWay(installations);
  const name = `${scope} ${key}`;
  answers.set(
    name,
    first.catch(() => {}),
  );
  await first.finally(() => answers.delete(name));
}

/** Answers that are still to be given, so that a repeat can wait for the first. */
function underWay(installations: Installations): Map<string, Promise<void>> {
  const known = answersUnderWay.get(installations) ?? new Map<string, Promise<void>>();
  answersUnderWay.set(installations, known);
  return known;
}

const answersUnderWay = new WeakMap<Installations, Map<string, Promise<void>>>();
