import { Router } from 'express';
import { z } from 'zod';
import type { Installations } from '../../host/installations.ts';
import { Refusal } from '../../host/refusal.ts';
import type { Views } from '../../view/views.ts';
import { type Description, json } from '../openapi/operation.ts';
import { installationId, installationProblems, pageName } from '../openapi/parameters.ts';
import { only } from '../problemReplies.ts';
import { check } from '../replySchemas/checks.ts';
import { screen } from '../replySchemas/screen.ts';
import { replySchemas } from '../schemaNames.ts';

/** `/installations/{id}/pages/{page}`: a screen of the way here, to be looked at without going back. */
export function pageBehindRoutes(installations: Installations, views: Views): Router {
  const router = Router();
  router
    .route('/:id/pages/:page')
    .get(async (request, response) => {
      const now = await installations.load(String(request.params['id']));
      const behind = views.behind(now, String(request.params['page']));
      if (!behind) throw new Refusal('not-found', 'This page is not on the way here. See `trail` in the view.');
      response.json(behind);
    })
    .all(only('GET'));
  return router;
}

const pageBehind = z
  .strictObject({
    page: screen,
    checks: z.array(check),
    can: z
      .array(z.enum(['change', 'revisit']))
      .meta({ description: 'Of the events for a page behind, those that are taken for it.' }),
  })
  .register(replySchemas, { id: 'PageBehind' });

export const describePageBehind: Description = {
  '/api/v1/installations/{id}/pages/{page}': {
    get: {
      id: 'getPageBehind',
      summary: 'Look at a page behind',
      description:
        'A screen of `trail` as the view showed it, with what has been answered there, so that it can be looked at without going back, and answered otherwise by `change`.',
      parameters: [installationId, pageName],
      replies: { 200: json('The page.', pageBehind) },
      problems: installationProblems,
    },
  },
};
