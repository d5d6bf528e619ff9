import { type Request, Router } from 'express';
import { Problem } from '../../../machines/vocabulary/problems.ts';
import type { Walker } from '../../answers/walker.ts';
import { toChartEvent } from '../../host/clientEvents.ts';
import type { Installations } from '../../host/installations.ts';
import { notNow } from '../../host/notNow.ts';
import { checksOf } from '../../view/checks.ts';
import { historyOf } from '../../view/history.ts';
import type { Views } from '../../view/views.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { type Answer, answerOnce } from '../idempotency.ts';
import { expectRevision, hasSeen, preferredWait } from '../preferences.ts';
import { only } from '../problemReplies.ts';
import { refuseMisspelt } from '../rehearsalWish.ts';
import { goneOf, reply, whoOf } from '../reply.ts';
import { beginning, listing, parse, parseEvent } from '../requests.ts';
import { stream } from '../stream.ts';
import { untilChecked, untilPast } from '../waiting.ts';
import { understand } from './answers.ts';

/** `/installations`: begin one, see it, step it. */
export function installationRoutes(
  installations: Installations,
  views: Views,
  walker: Walker,
  installerActions: readonly string[],
): Router {
  const router = Router();

  router
    .route('/')
    .get((request, response) => {
      const { status, limit, cursor } = parse(listing, request.query);
      const found = installations.list(limit + 1, status, cursor === undefined ? undefined : readCursor(cursor));
      const items = found
        .slice(0, limit)
        .map(({ id, name, mode, status: now, page, option, revision, createdAt, updatedAt, who }) => {
          return { id, name, mode, status: now, page, option, revision, createdAt, updatedAt, who };
        });
      const last = items.at(-1);
      response.json({ items, ...(found.length > limit && last && { next: writeCursor(last) }) });
    })
    .post(async (request, response) => {
      const { answers, ...wish } = parse(beginning, request.body);
      refuseMisspelt(wish.rehearsal ?? {}, installerActions);
      const file = answers && understand(answers);
      await answerOnce(installations, views, request, response, 'begin', (answering) => {
        const id = installations.begin(wish, { who: whoOf(response), answering });
        if (file) walker.begin(id, file, whoOf(response));
        return { id, status: 201, location: `${request.baseUrl}/${id}` };
      });
    })
    .all(only('GET', 'POST'));

  router
    .route('/:id')
    .get(async (request, response) => {
      const id = idOf(request);
      const { revision } = installations.load(id).row;
      if (hasSeen(request, revision)) {
        const wait = preferredWait(request);
        if (wait > 0) response.set('Preference-Applied', `wait=${wait}`);
        await untilPast(installations, id, revision, wait, goneOf(request, response));
        if (installations.load(id).row.revision === revision) return void response.status(304).set('ETag', `"${revision}"`).end();
      }
      reply(views, installations.load(id), response);
    })
    .delete((request, response) => {
      installations.delete(idOf(request));
      response.status(204).end();
    })
    .all(only('GET', 'DELETE'));

  router
    .route('/:id/events')
    .post(async (request, response) => {
      const id = idOf(request);
      const body = parseEvent(request.body);
      const who = whoOf(response);
      await answerOnce(installations, views, request, response, id, async (answering): Promise<Answer> => {
        const present = installations.load(id);
        expectRevision(request, present.row.revision);
        const { event, sealed } = toChartEvent(installations, present, body, who);
        try {
          installations.send(id, event, { who, expected: present.row.revision, sealed, answering });
        } catch (error) {
          throw error instanceof Problem && error.code === 'not-now' ? notNow(present.snapshot) : error;
        }
        const wait = preferredWait(request);
        if (wait > 0) response.set('Preference-Applied', `wait=${wait}`);
        await untilChecked(installations, id, wait, goneOf(request, response));
        return { id, status: 200 };
      });
    })
    .all(only('POST'));

  router
    .route('/:id/checks')
    .get((request, response) => {
      const id = idOf(request);
      const { snapshot } = installations.load(id);
      response.json(checksOf(snapshot.context, installations.progressOf(id).checks, snapshot.hasTag('checking')));
    })
    .all(only('GET'));

  router
    .route('/:id/history')
    .get((request, response) => {
      const id = idOf(request);
      installations.load(id);
      response.json(historyOf(installations.journal(id)));
    })
    .all(only('GET'));

  router
    .route('/:id/stream')
    .get((request, response) => stream(installations, views, idOf(request), request, response))
    .all(only('GET'));

  return router;
}

function idOf(request: Request): string {
  return String(request.params['id']);
}
