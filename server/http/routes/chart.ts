import { type Response, Router } from 'express';
import { z } from 'zod';
import { chart } from '../../drawing/chart.ts';
import { drawing } from '../../drawing/drawing.ts';
import { highlightsOf } from '../../drawing/highlights.ts';
import { drawMermaid } from '../../drawing/mermaid.ts';
import { wayBack } from '../../drawing/wayBack.ts';
import type { Installations } from '../../host/installations.ts';
import { Refusal } from '../../host/refusal.ts';
import type { JournalEntry } from '../../store/rows.ts';
import { historyOf } from '../../view/history.ts';
import { redact } from '../../view/redact.ts';
import type { Views } from '../../view/views.ts';
import { wordingFor } from '../inAskedLanguage.ts';
import { only } from '../problemReplies.ts';
import { parse } from '../requests.ts';

const anyRevision = z.coerce.number().int().min(1);
/** Of `…/chart.svg`. */
export const momentQuery = z.object({
  revision: anyRevision.optional().meta({ description: 'As it was at this revision, instead of now.' }),
});

/** `/chart`, `/chart.svg`, `/chart.mmd`: the statechart as data, as a drawing, and for Mermaid. */
export function chartRoutes(): Router {
  const router = Router();
  router
    .route('/chart')
    .get((_request, response) => void response.set(askAgain).json(chart))
    .all(only('GET'));
  router
    .route('/chart.svg')
    .get(async (_request, response) => void asSvg(response.set(askAgain)).send(await drawing(undefined, wordingFor(response))))
    .all(only('GET'));
  router
    .route('/chart.mmd')
    .get((_request, response) => {
      const text = drawMermaid(chart, wordingFor(response));
      response.set(askAgain).type('text/plain; charset=utf-8').send(text);
    })
    .all(only('GET'));
  return router;
}

/** What can be seen of one installation's way: on the drawing, and at each revision. */
export function wayRoutes(installations: Installations, views: Views): Router {
  const router = Router();
  router
    .route('/:id/chart.svg')
    .get(async (request, response) => {
      const { row } = await installations.load(String(request.params['id']));
      const { revision = row.revision } = parse(momentQuery, request.query);
      const last = await stepAt(installations, row.id, revision);
      const steps = await wayBack(chart, last, (after, limit) => installations.journal(row.id, after, limit));
      asSvg(response.set('Cache-Control', 'no-store')).send(await drawing(highlightsOf(chart, steps), wordingFor(response)));
    })
    .all(only('GET'));
  router
    .route('/:id/history/:revision')
    .get(async (request, response) => {
      const present = await installations.load(String(request.params['id']));
      const wanted = anyRevision.safeParse(request.params['revision']);
      if (!wanted.success) throw noSuchRevision();
      const step = await stepAt(installations, present.row.id, wanted.data);
      const { value, context } = step.kept;
      response.set('Cache-Control', 'no-store').json({
        ...historyOf([step])[0],
        state: value,
        answers: redact(context.answers),
        view: views.at(present, step) ?? null,
      });
    })
    .all(only('GET'));
  return router;
}

/** @throws {Refusal} `not-found` where there is no such revision. */
async function stepAt(installations: Installations, id: string, revision: number): Promise<JournalEntry> {
  const [step] = await installations.journal(id, revision - 1, 1);
  if (step?.revision !== revision) throw noSuchRevision();
  return step;
}

function noSuchRevision(): Refusal {
  return new Refusal('not-found', 'The installation has no such revision. GET …/history lists them.');
}

/** The chart is the same as long as the service runs: who has it asks whether it still is. */
const askAgain = { 'Cache-Control': 'no-cache' };

/** Opened by itself, the drawing runs nothing, and loads nothing. */
function asSvg(response: Response): Response {
  return response
    .set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
    .type('image/svg+xml');
}
