import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../../host/refusal.ts';
import { runnerName } from '../../runner/runnerName.ts';
import type { Runners } from '../../runner/runners.ts';
import { type Description, json, type Parameter } from '../openapi/operation.ts';
import { only } from '../problemReplies.ts';
import { invitation, runnerList } from '../replySchemas/runners.ts';
import { parse } from '../requests.ts';
import { requestSchemas } from '../schemaNames.ts';

const inviting = z.strictObject({ name: runnerName }).register(requestSchemas, { id: 'Inviting' });

/** `/runners`: who may come, who is there, and who may not come any more. Where runners connect, only they can do anything. */
export function runnerRoutes(runners: Runners): Router {
  const router = Router();
  router
    .route('/')
    .get(async (_request, response) => void response.json({ items: await runners.list() }))
    .post(async (request, response) => {
      const { name } = parse(inviting, request.body);
      response
        .status(201)
        .set('Cache-Control', 'no-store')
        .json({ name, ...(await runners.enrolment.invite(name)) });
    })
    .all(only('GET', 'POST'));
  router
    .route('/connection')
    .get((_request, response, next) => {
      response.set({ Upgrade: 'websocket', Connection: 'Upgrade' });
      next(new Refusal('upgrade-required', 'A runner connects here by a WebSocket.'));
    })
    .all(only('GET'));
  router
    .route('/:name')
    .delete(async (request, response) => {
      if (!(await runners.remove(String(request.params['name'])))) throw noSuchRunner();
      response.status(204).end();
    })
    .all(only('DELETE'));
  return router;
}

function noSuchRunner(): Refusal {
  return new Refusal('not-found', 'There is no runner of this name. GET /api/v1/runners lists them.');
}

const name: Parameter = { name: 'name', in: 'path', required: true, description: 'The runner.', schema: z.string() };

export const describeRunners: Description = {
  '/api/v1/runners': {
    get: {
      id: 'listRunners',
      summary: 'List runners',
      description: 'Each with what it is, when it was seen, what it does and for which installation. By name.',
      replies: { 200: json('All of them.', runnerList) },
      problems: ['malformed'],
    },
    post: {
      id: 'inviteRunner',
      summary: 'Invite a runner',
      description:
        'Makes a code by which the runner of a server is enrolled under this name, once and within the hour. One that is enrolled already keeps its token until the code is used.',
      body: { 'application/json': inviting },
      replies: { 201: json('The code.', invitation) },
      problems: ['invalid-request'],
    },
  },
  '/api/v1/runners/connection': {
    get: {
      id: 'connectRunner',
      summary: 'Where a runner connects',
      description:
        "By a WebSocket, with a runner's token or a code in `Authorization`. What is said over it is a matter between a service and a runner of one minor version.",
      replies: { 101: { description: 'The connection is taken.' } },
      problems: ['upgrade-required', 'runner-token', 'malformed'],
    },
  },
  '/api/v1/runners/{name}': {
    delete: {
      id: 'removeRunner',
      summary: 'Shut a runner out',
      description: 'Its token, and a code that it was given, no longer count. What was to be done by it waits for another one.',
      parameters: [name],
      replies: { 204: { description: 'It is shut out.' } },
      problems: ['not-found'],
    },
  },
};
