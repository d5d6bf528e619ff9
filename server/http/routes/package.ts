import express, { Router } from 'express';
import type { z } from 'zod';
import type { Installations } from '../../host/installations.ts';
import { notNow } from '../../host/notNow.ts';
import { Refusal } from '../../host/refusal.ts';
import type { Views } from '../../view/views.ts';
import { answerOnce } from '../idempotency.ts';
import { jsonOnly } from '../jsonOnly.ts';
import { shallowOnly } from '../nesting.ts';
import { type Description, json } from '../openapi/operation.ts';
import { etag, idempotencyKey, ifMatch, installationId, installationProblems, prefer } from '../openapi/parameters.ts';
import { expectRevision } from '../preferences.ts';
import { only } from '../problemReplies.ts';
import { whoOf } from '../reply.ts';
import { view } from '../replySchemas/view.ts';
import { packageListing } from '../requestSchemas/packageListing.ts';
import { parse } from '../requests.ts';

/** Largest listing that is taken; that of the real package has less than a tenth. */
const largestListing = '4mb';
/** What is kept of it, characters: it goes along with the installation from then on. */
const mostKept = 1024 * 1024;

/** `/installations/{id}/package`: what the package is, as `mim-setup inspect --json` has told on the server. It reads its own bodies. */
export function packageRoutes(installations: Installations, views: Views): Router {
  const router = Router();
  router.put(
    '/:id/package',
    jsonOnly,
    express.json({ limit: largestListing, type: 'application/json' }),
    shallowOnly,
    async (request, response) => {
      const id = String(request.params['id']);
      const who = whoOf(response);
      const listing = parse(packageListing, request.body);
      if (JSON.stringify(listing).length > mostKept) throw new Refusal('too-large', 'This is more than any package has to say.');
      await answerOnce(installations, views, {
        request,
        response,
        scope: id,
        act: (answering) =>
          installations.step(id, (now) => {
            expectRevision(request, now.row.revision);
            const event = { type: 'list', listing } as const;
            if (!now.snapshot.can(event)) throw notNow(now.snapshot);
            return { event, who, answering };
          }),
      });
    },
  );
  router.all('/:id/package', only('PUT'));
  return router;
}

export const describePackageListing: Description = {
  '/api/v1/installations/{id}/package': {
    put: {
      id: 'tellPackage',
      summary: 'Tell what the package is',
      description:
        'Where the package is not at hand here: the output of `mim-setup inspect --json "Service and Portal.msi"`, made on the server. The plan is held against it, and answers whose property is not publicly known can be settled by what its dialogs ask. Up to 4 MiB; until the installer runs.',
      parameters: [installationId, ifMatch, idempotencyKey, prefer],
      body: { 'application/json': packageListing as z.ZodType },
      replies: { 200: json('The view.', view, etag) },
      problems: [...installationProblems, 'invalid-request', 'not-now', 'conflict', 'stale', 'idempotency-key-reused'],
    },
  },
};
