import express, { type Request, Router } from 'express';
import { z } from 'zod';
import type { Decision } from '../../host/decision.ts';
import type { Installations } from '../../host/installations.ts';
import { Refusal } from '../../host/refusal.ts';
import type { Planning } from '../../plan/forms.ts';
import { closingReport } from '../../report/closingReport.ts';
import { reportAsMarkdown } from '../../report/markdown.ts';
import { type Incoming, receiveReport } from '../../report/receiveReport.ts';
import type { Views } from '../../view/views.ts';
import { answerOnce } from '../idempotency.ts';
import { wordingFor } from '../inAskedLanguage.ts';
import { limitedBody } from '../limitedBody.ts';
import { type Description, json } from '../openapi/operation.ts';
import { etag, idempotencyKey, installationId, installationProblems, lang, queryOf } from '../openapi/parameters.ts';
import { only } from '../problemReplies.ts';
import { whoOf } from '../reply.ts';
import { view } from '../replySchemas/view.ts';
import { parse } from '../requests.ts';

/** Longest log that is taken, bytes. */
const longestLog = 64 * 1024 * 1024;
const wholeNumber = 'Give the exit code of the installer as a whole number, such as 0, 1603 or 3010.';
/** As Windows has them: 32 bits, which some tools show with a sign and some without. */
const exitCode = z
  .int(wholeNumber)
  .min(-(2 ** 31), wholeNumber)
  .max(2 ** 32 - 1, wholeNumber)
  .meta({ description: 'The exit code of the installer. Where the log is the body, it stands in the query.' });
const installed = 'Whether the product is installed now, where the log cannot tell.';
const asBody = z.strictObject({
  exitCode,
  installed: z.boolean().optional().meta({ description: installed }),
  log: z.string().optional(),
});
/** An empty text is no 0. */
const asQuery = z.object({
  exitCode: z
    .string(wholeNumber)
    .regex(/^-?\d{1,10}$/, wholeNumber)
    .transform(Number)
    .pipe(exitCode),
  installed: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: installed })
    .transform((value) => value === 'true'),
});
const form = z.object({
  format: z.enum(['md', 'html']).optional().meta({ description: 'Markdown or HTML; as `Accept` prefers, if left out.' }),
});

/**
 * `/installations/{id}/report`: out, what was installed and how; in, how an installer that ran elsewhere has ended. Its log is
 * read as it comes in, and kept redacted.
 */
export function reportRoutes(installations: Installations, views: Views, planning: Planning, jobsFolder: string): Router {
  const router = Router();
  router.get('/:id/report', async (request, response) => {
    const id = String(request.params['id']);
    const present = await installations.load(id);
    const { format } = parse(form, request.query);
    const report = closingReport(present, await installations.journal(id), planning);
    const html = format === 'html' || (format === undefined && request.accepts(['text/markdown', 'text/html']) === 'text/html');
    const wording = wordingFor(response);
    response.set('Cache-Control', 'no-store');
    if (html) {
      const { reportAsHtml, reportPolicy } = await import('../../report/html.ts');
      response.set('Content-Security-Policy', reportPolicy).type('html').send(reportAsHtml(report, wording));
    } else response.type('text/markdown').send(reportAsMarkdown(report, wording));
  });

  router.post('/:id/report', express.json({ limit: '256kb', type: 'application/json' }), async (request, response) => {
    const id = String(request.params['id']);
    const { log, ...content } = told(request);
    const act = (answering: Decision['answering']) =>
      receiveReport(installations, planning, jobsFolder, id, { ...content, log, who: whoOf(response), answering });
    try {
      await answerOnce(installations, views, { request, response, scope: id, content, act });
    } catch (error) {
      // Nobody is left to be answered, and nothing was changed.
      if (request.destroyed && !request.complete) return;
      throw error;
    }
  });
  router.all('/:id/report', only('GET', 'POST'));
  return router;
}

function told(request: Request): Omit<Incoming, 'who'> {
  if (request.is('application/json') === 'application/json') {
    const { log, ...rest } = parse(asBody, request.body);
    return { ...rest, log: log === undefined ? undefined : whole(log) };
  }
  refuseWhatIsNoLog(request);
  return { ...parse(asQuery, request.query), log: limitedBody(request, longestLog, tooLong) };
}

/** A form with a file in it, or packed bytes, would be taken for a log that says nothing. */
function refuseWhatIsNoLog(request: Request): void {
  if (request.is('multipart/*')) throw new Refusal('unsupported-media-type', 'Send the log itself as the body, not a form.');
  const encoding = request.get('Content-Encoding') ?? 'identity';
  if (encoding !== 'identity') throw new Refusal('unsupported-media-type', 'Send the log as it is, not compressed.');
  if (Number(request.get('Content-Length') ?? 0) > longestLog) throw tooLong();
}

function tooLong(): Refusal {
  return new Refusal('too-large', 'A log has at most 64 MiB. Send its last part.');
}

/** A log that came as a text, in pieces as one comes that is the body itself. */
async function* whole(log: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(log);
  for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
}

const pieceSize = 64 * 1024;

export const describeReport: Description = {
  '/api/v1/installations/{id}/report': {
    get: {
      id: 'getReport',
      summary: 'Read what was installed, and how',
      description: 'As JSON, Markdown or HTML, by `Accept`; without any secret.',
      parameters: [installationId, ...queryOf(form), lang],
      replies: { 200: { description: 'The report.', content: { 'text/markdown': z.string(), 'text/html': z.string() } } },
      problems: [...installationProblems, 'invalid-request'],
    },
    post: {
      id: 'reportOutcome',
      summary: 'Tell how an installer that ran elsewhere has ended',
      description: 'Its log is the body, up to 64 MiB, with the exit code in the query; or both are fields of a JSON body.',
      parameters: [installationId, idempotencyKey, ...queryOf(z.object({ exitCode, installed: asQuery.shape.installed.in }))],
      body: { 'application/json': asBody, 'text/plain': z.string(), 'application/octet-stream': z.string() },
      replies: { 200: json('The view.', view, etag) },
      problems: [...installationProblems, 'invalid-request', 'not-now', 'conflict', 'idempotency-key-reused'],
    },
  },
};
