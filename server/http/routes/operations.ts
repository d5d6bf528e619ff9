import { Router } from 'express';
import { z } from 'zod';
import type { Installations } from '../../host/installations.ts';
import { type Description, json } from '../openapi/operation.ts';
import { replySchemas } from '../openapi/schemas.ts';
import { only } from '../problemReplies.ts';

const health = z.strictObject({ status: z.enum(['ok', 'ready']) }).register(replySchemas, { id: 'Health' });

/** `/healthz` and `/readyz`: for whoever watches over the service. They need no token. */
export function operationRoutes(installations: Pick<Installations, 'health'>): Router {
  const router = Router();
  router
    .route('/healthz')
    .get((_request, response) => void response.json({ status: 'ok' }))
    .all(only('GET'));
  router
    .route('/readyz')
    .get(async (_request, response) => {
      await installations.health();
      response.json({ status: 'ready' });
    })
    .all(only('GET'));
  return router;
}

export const describeOperations: Description = {
  '/healthz': { get: { summary: 'Whether the service lives', open: true, replies: { 200: json('It does.', health) } } },
  '/readyz': {
    get: {
      summary: 'Whether it takes requests',
      open: true,
      replies: { 200: json('It does.', health) },
      problems: ['storage-unavailable', 'storage-full'],
    },
  },
  '/metrics': {
    get: {
      summary: 'What the service is doing',
      replies: { 200: { description: "In Prometheus' text format.", content: { 'text/plain': z.string() } } },
    },
  },
};
