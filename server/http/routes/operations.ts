import { Router } from 'express';
import { z } from 'zod';
import type { Installations } from '../../host/installations.ts';
import { type Description, json } from '../openapi/operation.ts';
import { only } from '../problemReplies.ts';
import { replySchemas } from '../schemaNames.ts';

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
  '/healthz': {
    get: {
      id: 'getHealth',
      summary: 'Whether the service lives',
      description: 'Answers as long as the process can.',
      open: true,
      replies: { 200: json('It does.', health) },
    },
  },
  '/readyz': {
    get: {
      id: 'getReadiness',
      summary: 'Whether it takes requests',
      description: 'Whether the store and what else requests need can be reached.',
      open: true,
      replies: { 200: json('It does.', health) },
      problems: ['storage-unavailable', 'storage-full'],
    },
  },
  '/metrics': {
    get: {
      id: 'getMetrics',
      summary: 'What the service is doing',
      description: 'For Prometheus: of the process, of requests and of installations.',
      replies: { 200: { description: "In Prometheus' text format.", content: { 'text/plain': z.string() } } },
    },
  },
};
