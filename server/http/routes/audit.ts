import { Router } from 'express';
import type { Installations } from '../../host/installations.ts';
import { auditTrail, toAuditTrail } from '../../view/auditTrail.ts';
import { jsonInTurns } from '../jsonInTurns.ts';
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
      const { signingKey: key } = installations.secrets;
      const trail = await toAuditTrail(id, await installations.sealedJournal(id), { key, now: new Date() });
      const { format, installation, exportedAt, entries, ...rest } = trail;
      const before = JSON.stringify({ format, installation, exportedAt, entries: [] }).slice(0, -2);
      response.set('Cache-Control', 'no-store');
      await jsonInTurns(request, response, entries, (entry) => entry, [before, `],${JSON.stringify(rest).slice(1)}`]);
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
        "Who did what and when, each entry with a hash that holds the one before, the last one signed by a key that is derived from the service's master key. Each step is sealed when it is written, too, by a key that is derived from it: `seals` tells whether the journal is still as it was written. `mim-setup verify` tells whether anything was changed, in the journal or in the trail.",
      parameters: [installationId],
      replies: { 200: json('The trail.', auditTrail) },
      problems: installationProblems,
    },
  },
};
