import { type Request, Router } from 'express';
import { beginWalk } from '../../answers/beginWalk.ts';
import { toChartEvent } from '../../host/clientEvents.ts';
import type { Decision } from '../../host/decision.ts';
import type { Installations } from '../../host/installations.ts';
import { Refusal } from '../../host/refusal.ts';
import type { Runners } from '../../runner/runners.ts';
import type { Row } from '../../store/rows.ts';
import { checksOf } from '../../view/checks.ts';
import { historyOf } from '../../view/history.ts';
import type { Views } from '../../view/views.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { firstAnswers } from '../firstAnswers.ts';
import { answerOnce } from '../idempotency.ts';
import { translatorOf } from '../inAskedLanguage.ts';
import { jsonInTurns } from '../jsonInTurns.ts';
import { expectRevision, hasSeen, preferredWait } from '../preferences.ts';
import { only } from '../problemReplies.ts';
import { refuseMisspelt } from '../rehearsalWish.ts';
import { goneOf, reply, tagOf, whoOf } from '../reply.ts';
import { assigning, beginning, listing, parse, parseEvent } from '../requests.ts';
import { stream } from '../stream.ts';
import { untilPast } from '../waiting.ts';
import { understand } from './answers.ts';

/** `/installations`: begin one, see it, step it. */
export function installationRoutes(
  installations: Installations,
  views: Views,
  installerActions: readonly string[],
  runners: Runners,
): Router {
  const router = Router();

  router
    .route('/')
    .get(async (request, response) => {
      const { status, limit, cursor } = parse(listing, request.query);
      const found = await installations.list(limit + 1, status, cursor === undefined ? undefined : readCursor(cursor));
      const items = found
        .slice(0, limit)
        .map(({ id, name, mode, runner, status: now, page, option, revision, createdAt, updatedAt, who }) => {
          return { id, name, mode, runner, status: now, page, option, revision, createdAt, updatedAt, who };
        });
      const last = items.at(-1);
      response.json({ items, ...(found.length > limit && last && { next: writeCursor(last) }) });
    })
    .post(async (request, response) => {
      const { answers, ...wish } = parse(beginning, request.body);
      refuseMisspelt(wish.rehearsal ?? {}, installerActions);
      const given = answers && understand(answers);
      const who = whoOf(response);
      await answerOnce(installations, views, {
        request,
        response,
        scope: 'begin',
        status: 201,
        act: async (answering) => {
          await expectRunner(runners, wish.mode, wish.runner);
          const file = await firstAnswers(installations, wish.copyOf, given);
          return await installations.begin(wish, { who, answering, ...(file && { then: beginWalk(file, who) }) });
        },
        locationOf: ({ row }) => `${request.baseUrl}/${row.id}`,
      });
    })
    .all(only('GET', 'POST'));

  router
    .route('/:id')
    .get(async (request, response) => {
      const now = await installations.load(idOf(request));
      const { revision } = now.row;
      if (!hasSeen(request, response, revision)) return void (await reply(views, now, response));
      const wait = preferredWait(request);
      if (wait > 0) response.set('Preference-Applied', `wait=${wait}`);
      const then = await untilPast(installations, now, wait, goneOf(request, response));
      if (then.row.revision === revision) return void response.status(304).set('ETag', tagOf(response, revision)).end();
      await reply(views, then, response);
    })
    .patch(async (request, response) => {
      const id = idOf(request);
      const { runner } = parse(assigning, request.body);
      const who = whoOf(response);
      const expect = (revision: number) => expectRevision(request, revision);
      const act = async (answering: Decision['answering']) => {
        await expectRunner(runners, (await installations.load(id)).row.mode, runner);
        return await installations.assign(id, runner, { who, answering, expect });
      };
      await answerOnce(installations, views, { request, response, scope: id, act });
    })
    .delete(async (request, response) => {
      const id = idOf(request);
      const act = async (answering: Decision['answering']) =>
        void (await installations.delete(id, answering && { ...answering, answer: gone }));
      await answerOnce(installations, views, { request, response, scope: id, content: 'delete', act });
    })
    .all(only('GET', 'PATCH', 'DELETE'));

  router
    .route('/:id/events')
    .post(async (request, response) => {
      const id = idOf(request);
      const body = parseEvent(request.body);
      const who = whoOf(response);
      await answerOnce(installations, views, {
        request,
        response,
        scope: id,
        act: (answering) =>
          installations.step(id, async (now, seal) => {
            expectRevision(request, now.row.revision);
            const taken = await toChartEvent(now, body, who, seal);
            if (body.type === 'settle') await installations.keepForPackage(now, body, taken.event);
            return { ...taken, who, answering };
          }),
      });
    })
    .all(only('POST'));

  router
    .route('/:id/checks')
    .get(async (request, response) => {
      const id = idOf(request);
      const { snapshot } = await installations.load(id);
      const { checks } = await installations.progressOf(id);
      response.json(checksOf(snapshot.context, checks, snapshot.hasTag('checking')));
    })
    .all(only('GET'));

  router
    .route('/:id/history')
    .get(async (request, response) => {
      const id = idOf(request);
      await installations.load(id);
      await jsonInTurns(request, response, await installations.history(id), (entry) => historyOf([entry])[0]);
    })
    .all(only('GET'));

  router
    .route('/:id/stream')
    .get((request, response) => stream(installations, views, idOf(request), request, response, translatorOf(response)))
    .all(only('GET'));

  return router;
}

/**
 * A rehearsal is not made on any server, so it can name one whose runner is still to come.
 *
 * @throws {Refusal} where no such runner was ever invited: it may be away, and still be named.
 */
async function expectRunner(runners: Runners, mode: Row['mode'], name: string | null | undefined): Promise<void> {
  if (mode === 'rehearsal' || name === undefined || name === null || (await runners.find(name))) return;
  const message = 'There is no runner of this name. Enroll it first: mim-setup runner enroll.';
  throw new Refusal('invalid-request', `runner: ${message}`, { errors: [{ field: 'runner', code: 'invalid', message }] });
}

const gone = { status: 204, body: '', location: null };

function idOf(request: Request): string {
  return String(request.params['id']);
}
