import { type Request, Router } from 'express';
import type { Decision } from '../../host/decision.ts';
import type { Installations } from '../../host/installations.ts';
import type { LoadedInstallation } from '../../host/loadedInstallation.ts';
import type { Runners } from '../../runner/runners.ts';
import { checksOf } from '../../view/checks.ts';
import { historyOf } from '../../view/history.ts';
import type { Views } from '../../view/views.ts';
import { expectRunner } from '../expectRunner.ts';
import { answerOnce } from '../idempotency.ts';
import { translatorOf } from '../inAskedLanguage.ts';
import { jsonInTurns } from '../jsonInTurns.ts';
import { expectRevision, hasSeen, preferredWait } from '../preferences.ts';
import { only } from '../problemReplies.ts';
import { goneOf, reply, tagOf, whoOf } from '../reply.ts';
import { assigning, parse } from '../requests.ts';
import { stream } from '../stream.ts';
import { untilPast } from '../waiting.ts';

/** `/installations/{id}`: see one, follow it, assign it, delete it. */
export function installationRoutes(installations: Installations, views: Views, runners: Runners): Router {
  const router = Router();

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
      const expect = async ({ row }: LoadedInstallation) => {
        await expectRunner(runners, row.mode, runner);
        expectRevision(request, row.revision);
      };
      const act = (answering: Decision['answering']) => installations.assign(id, runner, { who, answering, expect });
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

const gone = { status: 204, body: '', location: null };

function idOf(request: Request): string {
  return String(request.params['id']);
}
