import express, { type RequestHandler, Router } from 'express';
import { stringify } from 'yaml';
import { z } from 'zod';
import { readAnswersFile } from '../../answers/answersFile.ts';
import { readAnswersText } from '../../answers/answersText.ts';
import { beginWalk } from '../../answers/beginWalk.ts';
import { exportAnswers } from '../../answers/exportAnswers.ts';
import { findingsInWords } from '../../host/findingsInWords.ts';
import type { Installations } from '../../host/installations.ts';
import { Refusal } from '../../host/refusal.ts';
import type { Views } from '../../view/views.ts';
import { answerOnce } from '../idempotency.ts';
import { type Description, json } from '../openapi/operation.ts';
import {
  etag,
  idempotencyKey as idempotencyKeyHeader,
  ifMatch,
  installationId,
  installationProblems,
  prefer,
} from '../openapi/parameters.ts';
import { expectRevision, idempotencyKey } from '../preferences.ts';
import { only } from '../problemReplies.ts';
import { whoOf } from '../reply.ts';
import { view } from '../replySchemas/view.ts';

const yamlTypes = ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml'];

/** `/installations/{id}/answers`: a file of answers in, and out. It reads its own bodies: YAML is no JSON. */
export function answersRoutes(installations: Installations, views: Views): Router {
  const router = Router();
  router.get('/:id/answers', async (request, response) => {
    const { snapshot } = await installations.load(String(request.params['id']));
    const file = exportAnswers(snapshot.context);
    if (request.accepts(['json', ...yamlTypes]) === 'json') response.json(file);
    else response.type('application/yaml').send(stringify(file));
  });
  router.put(
    '/:id/answers',
    fileOnly,
    express.text({ limit: '256kb', type: [...yamlTypes, 'application/json'] }),
    async (request, response) => {
      const id = String(request.params['id']);
      const who = whoOf(response);
      // Loaded here too: that there is none, or another revision was meant, is told before what is wrong with the file.
      const before = await installations.load(id);
      // A repeat is answered whatever has come since.
      if (idempotencyKey(request) === undefined) expectRevision(request, before.row.revision);
      const content = parseFile(String(request.body ?? ''), request.is('application/json') !== false);
      const begin = beginWalk(understand(content), who);
      await answerOnce(installations, views, {
        request,
        response,
        scope: id,
        content,
        act: (answering) =>
          installations.step(id, async (now, seal) => {
            expectRevision(request, now.row.revision);
            return { ...(await begin(now, seal)), answering };
          }),
      });
    },
  );
  router.all('/:id/answers', only('GET', 'PUT'));
  return router;
}

/** @throws {Refusal} `invalid-answers` with every finding. */
export function understand(content: unknown) {
  const read = readAnswersFile(content);
  if ('file' in read) return read.file;
  const errors = read.findings.map(({ field, code, message }) => ({ field, code, message }));
  throw new Refusal('invalid-answers', findingsInWords(errors), { errors });
}

/** @throws {Refusal} `malformed` with every place that can't be read. */
function parseFile(text: string, isJson: boolean): unknown {
  const { findings, content } = readAnswersText(text, { isJson });
  if (findings.length === 0) return content;
  const places = findings.map(({ offset, message }) => {
    const before = text.slice(0, offset).split('\n');
    return `line ${before.length}, column ${before.at(-1)!.length + 1}: ${message}`;
  });
  throw new Refusal('malformed', `The file cannot be read: ${places.join(' ')}`);
}

const fileOnly: RequestHandler = (request, _response, next) => {
  const type = request.is([...yamlTypes, 'application/json']);
  if (type === false || type === null)
    return next(new Refusal('unsupported-media-type', 'Send application/yaml or application/json.'));
  next();
};

const file = z
  .record(z.string(), z.unknown())
  .meta({ description: 'An answers file; its schema is at `/api/v1/answers.schema.json`.' });

export const describeAnswers: Description = {
  '/api/v1/installations/{id}/answers': {
    get: {
      id: 'getAnswers',
      summary: 'Take the answers so far as an answers file',
      description: 'Each secret stands as a placeholder.',
      parameters: [installationId],
      replies: { 200: { description: 'The file.', content: { 'application/json': file, 'application/yaml': z.string() } } },
      problems: installationProblems,
    },
    put: {
      id: 'walkByAnswers',
      summary: 'Walk by an answers file',
      description:
        'It begins again at the first page and goes as far as the answers lead. See `stopped` and `unused` in the view.',
      parameters: [installationId, ifMatch, idempotencyKeyHeader, prefer],
      body: { 'application/json': file, 'application/yaml': z.string() },
      replies: { 200: json('The view.', view, etag) },
      problems: [...installationProblems, 'not-now', 'conflict', 'stale', 'invalid-answers', 'idempotency-key-reused'],
    },
  },
  '/api/v1/answers.schema.json': {
    get: {
      id: 'getAnswersSchema',
      summary: 'The schema of answers files',
      description: 'A JSON Schema by which an editor completes and checks answers files.',
      replies: { 200: json('JSON Schema (2020-12).', z.record(z.string(), z.unknown())) },
    },
  },
};
