import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Request, Router } from 'express';
import { z } from 'zod';
import { outcomeOfReport } from '../../../services/installer/outcomeOfReport.ts';
import type { Installations } from '../../installations.ts';
import { closingReport } from '../../report/closingReport.ts';
import { reportAsHtml, reportPolicy } from '../../report/html.ts';
import { reportAsMarkdown } from '../../report/markdown.ts';
import { notNow } from '../../submit.ts';
import { type Description, json } from '../openapi/operation.ts';
import { installationId, installationProblems, queryOf } from '../openapi/parameters.ts';
import { only } from '../problemReplies.ts';
import { Refusal } from '../refusal.ts';
import { view } from '../replies/view.ts';
import { reply, whoOf } from '../reply.ts';
import { parse } from '../requests.ts';

/** Longest log that is taken, bytes. */
const longestLog = 64 * 1024 * 1024;
const exitCode = z.coerce.number().int().min(-2147483648).max(4294967295);
const asQuery = z.object({ exitCode });
const asBody = z.strictObject({ exitCode, log: z.string().optional() });
const form = z.object({ format: z.enum(['md', 'html']).optional() });

/**
 * `/installations/{id}/report`: out, what was installed and how; in, how an installer that ran elsewhere has ended. Its log is
 * read as it comes in, and kept redacted.
 */
export function reportRoutes(installations: Installations, jobsFolder: string): Router {
  const router = Router();
  router.get('/:id/report', (request, response) => {
    const id = String(request.params['id']);
    const present = installations.load(id);
    const { format } = parse(form, request.query);
    const report = closingReport(present, installations.journal(id));
    const html = format === 'html' || (format === undefined && request.accepts(['text/markdown', 'text/html']) === 'text/html');
    if (html) response.set('Content-Security-Policy', reportPolicy).type('html').send(reportAsHtml(report));
    else response.type('text/markdown').send(reportAsMarkdown(report));
  });

  router.post('/:id/report', express.json({ limit: '256kb', type: 'application/json' }), async (request, response) => {
    const id = String(request.params['id']);
    const present = installations.load(id);
    const { snapshot, row } = present;
    const isJson = request.is('application/json') === 'application/json';
    const told = isJson ? parse(asBody, request.body) : parse(asQuery, request.query);
    const ended = { result: 'succeeded', exitCode: 0, restartNeeded: false, rolledBack: null, message: '' } as const;
    if (!snapshot.can({ type: 'report', outcome: ended })) throw notNow(present);
    const log = isJson ? oneByOne((told as z.output<typeof asBody>).log) : limited(request);
    const folder = join(jobsFolder, id, String(snapshot.context.attempt + 1));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(join(folder, 'log.txt'), 'w', 0o600);
    const keep = async (text: string) => void (await file.appendFile(text));
    const outcome = await outcomeOfReport({ exitCode: told.exitCode, log, secrets: installations.secretsOf(id), keep }).finally(
      () => file.close(),
    );
    installations.send(id, { type: 'report', outcome }, { who: whoOf(response), expected: row.revision });
    reply(installations, id, response);
  });
  router.all('/:id/report', only('GET', 'POST'));
  return router;
}

async function* limited(request: Request): AsyncGenerator<Uint8Array> {
  let taken = 0;
  for await (const piece of request) {
    taken += (piece as Uint8Array).length;
    if (taken > longestLog) throw new Refusal('too-large', 'A log has at most 64 MiB. Send its last part.');
    yield piece as Uint8Array;
  }
}

async function* oneByOne(log: string | undefined): AsyncGenerator<Uint8Array> {
  if (log !== undefined) yield Buffer.from(log);
}

export const describeReport: Description = {
  '/api/v1/installations/{id}/report': {
    get: {
      summary: 'Read what was installed, and how',
      parameters: [installationId, ...queryOf(form)],
      replies: { 200: { description: 'The report.', content: { 'text/markdown': z.string(), 'text/html': z.string() } } },
      problems: [...installationProblems, 'invalid-request'],
    },
    post: {
      summary: 'Tell how an installer that ran elsewhere has ended',
      description: 'Its log is the body, up to 64 MiB, with the exit code in the query; or both are fields of a JSON body.',
      parameters: [installationId, { ...queryOf(asQuery)[0]!, description: 'Where the log is the body.' }],
      body: { 'application/json': asBody, 'text/plain': z.string(), 'application/octet-stream': z.string() },
      replies: { 200: json('The view.', view, { ETag: 'The revision, in quotes.' }) },
      problems: [...installationProblems, 'invalid-request', 'not-now', 'stale', 'conflict'],
    },
  },
};
