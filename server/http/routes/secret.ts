import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { heldSecret, registeredSecret } from '../../../machines/chart/heldSecret.ts';
import { clientEventSchemas } from '../../host/clientEventSchemas.ts';
import type { Installations } from '../../host/installations.ts';
import type { LoadedInstallation } from '../../host/loadedInstallation.ts';
import { notNow } from '../../host/notNow.ts';
import { answeredBefore, keyedBy } from '../idempotency.ts';
import { type Description, json } from '../openapi/operation.ts';
import {
  idempotencyKey as idempotencyKeyParameter,
  ifMatch,
  installationId,
  installationProblems,
} from '../openapi/parameters.ts';
import { expectRevision } from '../preferences.ts';
import { only } from '../problemReplies.ts';
import { whoOf } from '../reply.ts';
import { parse } from '../requests.ts';

const asked = clientEventSchemas.override.pick({ reason: true });
const handed = z.strictObject({ clientSecret: z.string(), expiresAt: z.iso.datetime() });

/** `/installations/{id}/secret`: the client secret that was registered here, once. The journal has it before anybody has the secret. */
export function secretRoutes(installations: Installations): Router {
  const router = Router();
  router
    .route('/:id/secret')
    .post(async (request, response) => {
      const id = String(request.params['id']);
      const { snapshot } = await handedOut(request, response, id);
      const [clientSecret] = await installations.secrets.textsIn(id, registeredSecret(snapshot.context));
      if (clientSecret === undefined) throw notNow(snapshot);
      response.set('Cache-Control', 'no-store').json({ clientSecret, expiresAt: snapshot.context.registration?.expiresAt });
    })
    .all(only('POST'));
  return router;

  /**
   * The installation once its secret was handed out; a repeat is handed it again, as long as it is that secret. The answer is kept
   * nowhere, for it is the secret.
   */
  async function handedOut(request: Request, response: Response, id: string): Promise<LoadedInstallation> {
    const { reason } = parse(asked, request.body);
    const who = whoOf(response);
    const answering = keyedBy(installations, request, `${who} ${id}/secret`, { reason });
    if (answering && (await answeredBefore(installations, answering))) return await repeated(id);
    try {
      return await installations.step(id, (now) => {
        expectRevision(request, now.row.revision);
        const event = { type: 'handOut', reason, who, at: new Date().toISOString() } as const;
        if (!heldSecret(now.snapshot.context) || !now.snapshot.can(event)) throw notNow(now.snapshot);
        return { event, who, answering };
      });
    } catch (error) {
      // One with the same key may have come first.
      if (answering && (await answeredBefore(installations, answering))) return await repeated(id);
      throw error;
    }
  }

  /** A secret that was registered since then has not been handed out: the journal has to have it first. */
  async function repeated(id: string): Promise<LoadedInstallation> {
    const now = await installations.load(id);
    if (!now.snapshot.context.handedOut) throw notNow(now.snapshot);
    return now;
  }
}

export const describeSecret: Description = {
  '/api/v1/installations/{id}/secret': {
    post: {
      id: 'handOutSecret',
      summary: 'Have the registered client secret handed out, once',
      description:
        'Where `holdsSecret` in the view says so: the client secret of the mailbox application that was registered here, for whoever has to enter it elsewhere. Who asked, when and why stands in the journal. It is handed out once, and not at all once the installation is finished. A repeat with the same `Idempotency-Key` is handed it again.',
      parameters: [installationId, ifMatch, idempotencyKeyParameter],
      body: { 'application/json': asked },
      replies: { 200: json('The secret.', handed) },
      problems: [...installationProblems, 'invalid-request', 'not-now', 'stale', 'idempotency-key-reused'],
    },
  },
};
