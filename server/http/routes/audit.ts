import { Router } from 'express';
import type { Installations } from '../../host/installations.ts';
import { auditTrail, toAuditTrail } from '../../view/auditTrail.ts';
import { type Description, json } from '../openapi/operation.ts';
import { installationId, installationProblems } from '../openapi/parameters.ts';
import { only } from '../problemReplies.ts';

/** `/installations/{id}/audit`: who did what, as a chain that is signed. */
export function auditRoutes(installations: Installations): Router {
  const router = Router();
  router
    .route('/:id/audit')
    .get(async (request, response) => {
      const id = String(request.params['id']);
      await installations.load(id);
      const journal = await installations.history(id);
      const trail = toAuditTrail(id, journal, { key: installations.secrets.signingKey, now: new Date() });
      response.set('Cache-Control', 'no-store').json(trail);
    })
    .all(only('GET'));
  return router;
}

export const describeAudit: Description = {
  '/api/v1/installations/{id}/audit': {
    get: {
      id: 'getAuditTrail',
      summary: 'Take the journal out, signed',
      description:
        "Who did what and when, each entry with a hash that holds the one before, the last one signed by a key that is derived from the service's master key. `mim-setup verify` tells whether anything was changed.",
      parameters: [installationId],
      replies: { 200: json('The trail.', auditTrail) },
      problems: installationProblems,
    },
  },
};
