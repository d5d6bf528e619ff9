import { type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { chart } from '../../drawing/chart.ts';
import { drawing } from '../../drawing/drawing.ts';
import { marksOf } from '../../drawing/marks.ts';
import { drawMermaid } from '../../drawing/mermaid.ts';
import type { Installations } from '../../installations.ts';
import type { JournalEntry } from '../../store/rows.ts';
import { historyOf } from '../../view/history.ts';
import { redact } from '../../view/page.ts';
import { nothingRuns, type View, viewOf } from '../../view/view.ts';
import { type Description, json } from '../openapi/operation.ts';
import { installationId, installationProblems, queryOf } from '../openapi/parameters.ts';
import { only } from '../problemReplies.ts';
import { Refusal } from '../refusal.ts';
import { chartReply, pastStep } from '../replies/chart.ts';
import { parse } from '../requests.ts';

const anyRevision = z.coerce.number().int().min(1);
const query = z.object({
  revision: anyRevision.optional().meta({ description: 'As it was at this revision, instead of now.' }),
});

/** `/chart`, `/chart.svg`, `/chart.mmd`: the statechart as data, as a drawing, and for Mermaid. */
export function chartRoutes(): Router {
  const router = Router();
  router
    .route('/chart')
    .get(unchanged, (_request, response) => void response.json(chart))
    .all(only('GET'));
  router
    .route('/chart.svg')
    .get(unchanged, async (_request, response) => sendSvg(response, await drawing()))
    .all(only('GET'));
  router
    .route('/chart.mmd')
    .get(unchanged, (_request, response) => void response.type('text/plain; charset=utf-8').send(drawMermaid(chart)))
    .all(only('GET'));
  return router;
}

/** What can be seen of one installation's way: on the drawing, and at each revision. */
export function wayRoutes(installations: Installations): Router {
  const router = Router();
  router
    .route('/:id/chart.svg')
    .get(async (request, response) => {
      const { row } = installations.load(String(request.params['id']));
      const { revision = row.revision } = parse(query, request.query);
      const steps = stepsUntil(installations, row.id, revision);
      response.set('Cache-Control', 'no-store');
      sendSvg(response, await drawing(marksOf(chart, steps)));
    })
    .all(only('GET'));
  router
    .route('/:id/history/:revision')
    .get((request, response) => {
      const { row } = installations.load(String(request.params['id']));
      const wanted = anyRevision.safeParse(request.params['revision']);
      const step = wanted.success ? stepsUntil(installations, row.id, wanted.data).at(-1) : undefined;
      if (!step) throw noSuchRevision();
      const { value, context } = step.kept;
      response.set('Cache-Control', 'no-store').json({
        ...historyOf([step])[0],
        state: value,
        answers: redact(context.answers),
        view: viewAt(installations, row.id, step),
      });
    })
    .all(only('GET'));
  return router;
}

/** @throws {Refusal} `not-found` where there is no such revision. */
function stepsUntil(installations: Installations, id: string, revision: number): JournalEntry[] {
  const steps = installations.journal(id, 0, revision);
  if (steps.at(-1)?.revision !== revision) throw noSuchRevision();
  return steps;
}

function noSuchRevision(): Refusal {
  return new Refusal('not-found', 'The installation has no such revision. GET …/history lists them.');
}

/** The view as it was; null, where an older chart has kept it in states that this one does not have. */
function viewAt(installations: Installations, id: string, { revision, at, kept }: JournalEntry): View | null {
  const { row } = installations.load(id);
  try {
    return viewOf({ ...row, revision, updatedAt: at }, kept, installations.planning, nothingRuns);
  } catch {
    return null;
  }
}

/** The chart is the same as long as the service runs: who has it need not be sent it again. */
const unchanged: RequestHandler = (_request, response, next) => {
  response.set({ ETag: `"${chart.version}"`, 'Cache-Control': 'no-cache' });
  next();
};

function sendSvg(response: Response, svg: string): void {
  response
    .set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
    .type('image/svg+xml')
    .send(svg);
}

const svg = { description: 'The drawing.', content: { 'image/svg+xml': z.string() } };

export const describeChart: Description = {
  '/api/v1/chart': {
    get: { summary: 'Read the statechart', replies: { 200: json('Screens, choices, and the ways between them.', chartReply) } },
  },
  '/api/v1/chart.svg': { get: { summary: 'See the statechart', replies: { 200: svg } } },
  '/api/v1/chart.mmd': {
    get: {
      summary: 'Read the statechart for Mermaid',
      replies: { 200: { description: 'A flowchart.', content: { 'text/plain': z.string() } } },
    },
  },
  '/api/v1/installations/{id}/chart.svg': {
    get: {
      summary: 'See where an installation is on the statechart',
      description: 'The present state, the way there, what was not taken, and what it waits for.',
      parameters: [installationId, ...queryOf(query)],
      replies: { 200: svg },
      problems: [...installationProblems, 'invalid-request'],
    },
  },
  '/api/v1/installations/{id}/history/{revision}': {
    get: {
      summary: 'See an installation as it was',
      parameters: [
        installationId,
        { name: 'revision', in: 'path', required: true, description: 'The revision.', schema: z.int().min(1) },
      ],
      replies: { 200: json('The step, and what was so after it.', pastStep) },
      problems: installationProblems,
    },
  },
};
