import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { collect } from '../../collection/collect.ts';
import type { Collecting } from '../../collection/making.ts';
import { zipped } from '../../collection/zipped.ts';
import { wordingFor } from '../inAskedLanguage.ts';
import type { Description } from '../openapi/operation.ts';
import { installationId, lang } from '../openapi/parameters.ts';
import { only } from '../problemReplies.ts';

/** `/installations/{id}/collection`: everything about one, for whoever helps, of a damaged one what can be had. */
export function collectionRoutes(collecting: Collecting): Router {
  const router = Router();
  router
    .route('/:id/collection')
    .get(async (request, response) => {
      const id = String(request.params['id']);
      const now = new Date();
      const entries = await collect(collecting, id, now, wordingFor(response));
      response
        .type('application/zip')
        .set('Cache-Control', 'no-store')
        .set('Content-Disposition', `attachment; filename="mim-setup-${id.slice(0, 8)}.zip"`);
      if (request.method === 'HEAD') return void response.end();
      await pipeline(zipped(entries, now), response).catch((error: unknown) => {
        // The reply has begun: that it is cut off is all that can be told of it.
        if (!request.destroyed || request.complete) collecting.report(error, { installation: id });
      });
    })
    .all(only('GET'));
  return router;
}

export const describeCollection: Description = {
  '/api/v1/installations/{id}/collection': {
    get: {
      id: 'collectInstallation',
      summary: 'Take everything that helps whoever helps',
      description:
        'One archive with the journal, the answers, the checks, the plan, the logs of the installer, the report, the configuration and the versions, without a secret; its `README.txt` says what is in it. That file and the report are in the language that is asked for. Of a damaged installation it has what can still be had.',
      parameters: [installationId, lang],
      replies: {
        200: {
          description: 'The archive.',
          content: { 'application/zip': { type: 'string', format: 'binary' } },
          headers: { 'Content-Disposition': 'The name to keep it by.' },
        },
      },
      problems: ['not-found'],
    },
  },
};
