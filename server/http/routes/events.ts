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
 * This router is asked before all that others share, so it is given it.
 *
 * @param letIn lets only those in who may.
 * @param body reads the body.
 */
export function eventRoutes(
  installations: Installations,
  views: Views,
  { letIn, body }: { readonly letIn: RequestHandler; readonly body: readonly RequestHandler[] },
): Router {
  const router = Router();
  router
    .route('/installations/:id/events')
    .all(letIn)
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
