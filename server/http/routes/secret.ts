import { Router } from 'express';
import { z } from 'zod';
import { heldSecret } from '../../../machines/chart/heldSecret.ts';
import type { SecretRef } from '../../../machines/vocabulary/secret.ts';
import type { Installations } from '../../host/installations.ts';
import { notNow } from '../../host/notNow.ts';
import { type Description, json } from '../openapi/operation.ts';
import { ifMatch, installationId, installationProblems } from '../openapi/parameters.ts';
import { expectRevision } from '../preferences.ts';
import { only } from '../problemReplies.ts';
import { whoOf } from '../reply.ts';
import { parse } from '../requests.ts';

const asked = z.strictObject({ reason: z.string().trim().min(1, 'Give a reason.').max(2000) });
const handed = z.strictObject({ clientSecret: z.string(), expiresAt: z.iso.datetime() });

/** `/installations/{id}/secret`: the client secret that was registered here, once. The journal has it before anybody has the secret. */
export function secretRoutes(installations: Installations): Router {
  const router = Router();
  router
    .route('/:id/secret')
    .post(async (request, response) => {
      const id = String(request.params['id']);
      const { reason } = parse(asked, request.body);
      const who = whoOf(response);
      let ref: SecretRef | undefined;
      const { snapshot } = await installations.step(id, (now) => {
        expectRevision(request, now.row.revision);
        const event = { type: 'handOut', reason, who, at: new Date().toISOString() } as const;
        ref = heldSecret(now.snapshot.context);
        if (!ref || !now.snapshot.can(event)) throw notNow(now.snapshot);
        return { event, who };
      });
      const [clientSecret] = await installations.secrets.textsIn(id, ref);
      if (clientSecret === undefined) throw notNow(snapshot);
      response.set('Cache-Control', 'no-store').json({ clientSecret, expiresAt: snapshot.context.registration?.expiresAt });
    })
    .all(only('POST'));
  return router;
}

export const describeSecret: Description = {
  '/api/v1/installations/{id}/secret': {
    post: {
      id: 'handOutSecret',
      summary: 'Have the registered client secret handed out, once',
      description:
        'Where `holdsSecret` in the view says so: the client secret of the mailbox application that was registered here, for whoever has to enter it elsewhere. Who asked, when and why stands in the journal. It is handed out once, and not at all once the installation is finished.',
      parameters: [installationId, ifMatch],
      body: { 'application/json': asked },
      replies: { 200: json('The secret.', handed) },
      problems: [...installationProblems, 'invalid-request', 'not-now', 'conflict', 'stale'],
    },
  },
};
