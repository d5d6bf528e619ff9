import { type RequestHandler, Router } from 'express';
import { toChartEvent } from '../../host/clientEvents.ts';
import type { Installations } from '../../host/installations.ts';
import type { Views } from '../../view/views.ts';
import { answerOnce } from '../idempotency.ts';
import { expectRevision } from '../preferences.ts';
import { only } from '../problemReplies.ts';
import { whoOf } from '../reply.ts';
import { parseEvent } from '../requests.ts';

/**
 * `/installations/{id}/events`: step one.
 *
 * @param body reads the body, for this router is asked before those that others share.
 */
export function eventRoutes(installations: Installations, views: Views, body: readonly RequestHandler[]): Router {
  const router = Router();
  router
    .route('/:id/events')
    .post(...body, async (request, response) => {
      const id = String(request.params['id']);
      const event = parseEvent(request.body);
      const who = whoOf(response);
      await answerOnce(installations, views, {
        request,
        response,
        scope: id,
        act: (answering) =>
          installations.step(id, async (now, seal) => {
            expectRevision(request, now.row.revision);
            const taken = await toChartEvent(now, event, who, seal);
            if (event.type === 'settle') await installations.keepForPackage(now, event, taken.event);
            return { ...taken, who, answering };
          }),
      });
    })
    .all(only('POST'));
  return router;
}
