import type { Request, Response } from 'express';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Answering, Decision } from '../host/decision.ts';
import type { Installations } from '../host/installations.ts';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import { Refusal } from '../host/refusal.ts';
import { Repeated } from '../host/repeated.ts';
import { isChecking } from '../host/transition.ts';
import type { Answer, Answered } from '../store/step.ts';
import type { Views } from '../view/views.ts';
import { canonicalJson } from './canonicalJson.ts';
import { idempotencyKey, preferredWait } from './preferences.ts';
import { goneOf, reply, sendView, whoOf } from './reply.ts';
import { goesOn, untilChecked } from './waiting.ts';

/** A request that changes something, and is done once. */
export interface Once {
  readonly request: Request;
  readonly response: Response;
  /** What keys are about: an installation, or the beginning of one. */
  readonly scope: string;
  /** What tells the request from another one with the same key; its body, unless stated. */
  readonly content?: unknown;
  /** With what status the first is answered. */
  readonly status?: number;
  /** Does it, and says what is to be shown; nothing, where there is nothing left to show. */
  act(answering: Decision['answering']): Promise<LoadedInstallation | undefined>;
  /** The `Location` of what was done. */
  locationOf?(done: LoadedInstallation): string;
}

/** Requests whose answers are still to be given, so that a repeat can wait for the first. */
const underWay = new WeakMap<Installations, Map<string, Promise<void>>>();

/**
 * Does what a request asks for, and answers with the view, once checks have ended where that is preferred. With an
 * `Idempotency-Key` it is done once: the key is kept in the same transaction as the step, and a repeat gets the same answer, also
 * one that comes while the first still waits, or to another process. What was refused changed nothing and may be tried again.
 * Keys are each token's own.
 */
export async function answerOnce(installations: Installations, views: Views, once: Once): Promise<void> {
  const { request, response } = once;
  const keyed = keyedBy(installations, request, `${whoOf(response)} ${once.scope}`, once.content);
  if (!keyed) return void (await answer(installations, views, once, undefined));
  const name = `${keyed.scope} ${keyed.key}`;
  const others = underWay.get(installations) ?? new Map<string, Promise<void>>();
  underWay.set(installations, others);
  while (others.has(name)) await others.get(name);
  const own = perform(keyed);
  const over = own.catch(() => {});
  others.set(name, over);
  await own.finally(() => others.delete(name));

  async function perform(keyed: Keyed): Promise<void> {
    const before = await answeredBefore(installations, keyed);
    if (before) return await repeat(installations, views, once, before);
    try {
      const late = await answer(installations, views, once, keyed);
      if (late) await installations.saveAnswer(keyed.scope, keyed.key, late);
    } catch (error) {
      // Another process may have done it meanwhile; then this one was refused for what that one did.
      const isOfOther = error instanceof Repeated || error instanceof Problem;
      const meanwhile = isOfOther ? await answeredBefore(installations, keyed) : undefined;
      if (!meanwhile) throw error;
      await repeat(installations, views, once, meanwhile);
    }
  }
}

/** A request that its client may repeat: whose it is and what about, its key, and what tells it from another one with that key. */
export type Keyed = Pick<Answering, 'scope' | 'key' | 'digest'>;

/** Nothing, where the request has no `Idempotency-Key`. Without a `content` of its own its body is what tells it from others. */
export function keyedBy(
  { secrets }: Pick<Installations, 'secrets'>,
  request: Request,
  scope: string,
  content: unknown = request.body,
): Keyed | undefined {
  const key = idempotencyKey(request);
  return key === undefined ? undefined : { scope, key, digest: secrets.digest(canonicalJson(content)) };
}

/** What was remembered of a request of that key. @throws {Refusal} where that was another request. */
export async function answeredBefore(
  installations: Pick<Installations, 'answered'>,
  { scope, key, digest }: Keyed,
): Promise<Answered | undefined> {
  const before = await installations.answered(scope, key);
  if (before && before.digest !== digest)
    throw new Refusal('idempotency-key-reused', 'This Idempotency-Key was used with another request. Use a new one.');
  return before;
}

/** Does it, and answers. Gives the answer where it could not be kept with the step, since it was known only later. */
async function answer(
  installations: Installations,
  views: Views,
  once: Once,
  keyed: Keyed | undefined,
): Promise<Answer | undefined> {
  const { request, response, status = 200, act, locationOf } = once;
  const wait = status === 200 ? preferredWait(request) : 0;
  let kept: { readonly revision: number; readonly body: string } | undefined;
  const asStepped = (after: LoadedInstallation) => {
    kept = undefined;
    if (goesOn(after) || (wait > 0 && isChecking(after.snapshot))) return undefined;
    const body = JSON.stringify(views.asStepped(after));
    kept = { revision: after.row.revision, body };
    return { status, body, location: locationOf?.(after) ?? null };
  };
  const done = await act(keyed && { ...keyed, answer: asStepped });
  if (!done) return void response.status(204).end();
  const location = locationOf?.(done) ?? null;
  if (location !== null) response.set('Location', location);
  if (wait > 0) response.set('Preference-Applied', `wait=${wait}`);
  if (kept && kept.revision === done.row.revision) return void sendView(response, status, kept.revision, kept.body);
  const settled = wait > 0 ? await untilChecked(installations, done, wait, goneOf(request, response)) : done;
  return { status, body: await reply(views, settled, response, status), location };
}

/** An answer that was lost to a crash is the view as it is now: the step itself was taken. */
async function repeat(installations: Installations, views: Views, once: Once, before: Answered): Promise<void> {
  const { request, response, status = 200, locationOf } = once;
  const { installation, answer: given } = before;
  if (given?.status === 204) return void response.status(204).end();
  if (given?.location != null) response.set('Location', given.location);
  if (given?.body == null) {
    const now = await installations.load(installation);
    if (locationOf) response.set('Location', locationOf(now));
    await reply(
      views,
      await untilChecked(installations, now, preferredWait(request), goneOf(request, response)),
      response,
      status,
    );
    return;
  }
  sendView(response, given.status, (JSON.parse(given.body) as { revision: number }).revision, given.body);
}
