import { Router } from 'express';
import { screenIds } from '../../../machines/chart/flow.ts';
import { isScreenId } from '../../../machines/pages/screens.ts';
import { Refusal } from '../../host/refusal.ts';
import { declarationOf } from '../../view/pageDeclaration.ts';
import { type Description, json } from '../openapi/operation.ts';
import { pageName } from '../openapi/parameters.ts';
import { only } from '../problemReplies.ts';
import { pageDeclaration, pageDeclarations } from '../replySchemas/pages.ts';

/** What is installed by which actions, in a rehearsal. */
interface Rehearsed {
  readonly installerActions: readonly string[];
}

/** `/pages`: what is declared of every screen, for front ends, editors and the curious. */
export function pageRoutes(rehearsed: Rehearsed): Router {
  const router = Router();
  router
    .route('/')
    .get((_request, response) => void response.json({ items: screenIds.map(declarationOf), rehearsal: rehearsed }))
    .all(only('GET'));
  router
    .route('/:page')
    .get((request, response) => {
      const { page } = request.params;
      if (!isScreenId(page)) throw new Refusal('not-found', 'There is no such page. GET /api/v1/pages lists them.');
      response.json(declarationOf(page));
    })
    .all(only('GET'));
  return router;
}

export const describePages: Description = {
  '/api/v1/pages': {
    get: {
      id: 'listPages',
      summary: 'See what is asked, page by page',
      description: 'Every page, warning, error box and stage in order, as it is declared, whatever an installation answers.',
      replies: { 200: json('Every screen, in reading order.', pageDeclarations) },
    },
  },
  '/api/v1/pages/{page}': {
    get: {
      id: 'getPage',
      summary: 'See what one page asks',
      description: 'One of them, with its schema, its checks, its notes and the installer properties that it decides.',
      parameters: [pageName],
      replies: { 200: json('The declaration.', pageDeclaration) },
      problems: ['not-found'],
    },
  },
};
