import { Router } from 'express';
import { z } from 'zod';
import { teamNames } from '../../../machines/pages/teams.ts';
import { checklist } from '../../view/checklist.ts';
import { checklistMarkdown } from '../../view/checklistMarkdown.ts';
import { wordingFor } from '../inAskedLanguage.ts';
import type { Description } from '../openapi/operation.ts';
import { lang, queryOf } from '../openapi/parameters.ts';
import { only } from '../problemReplies.ts';
import { checklistReply } from '../replySchemas/checklist.ts';
import { parse } from '../requests.ts';

const wished = z.object({
  team: z.enum(teamNames).optional().meta({ description: 'Only the sheet of this team.' }),
  format: z.enum(['json', 'md']).optional().meta({ description: 'JSON or Markdown; as `Accept` prefers, if left out.' }),
});

/** `/checklist`: what to have at hand before the wizard is begun, a sheet for each team that is asked. */
export function checklistRoutes(): Router {
  const router = Router();
  router
    .route('/')
    .get((request, response) => {
      const { team, format } = parse(wished, request.query);
      const items = checklist().filter((sheet) => team === undefined || sheet.team === team);
      const prefersMarkdown = request.accepts(['application/json', 'text/markdown']) === 'text/markdown';
      if (format === 'md' || (format === undefined && prefersMarkdown))
        response.type('text/markdown').send(checklistMarkdown(items, wordingFor(response)));
      else response.json({ items });
    })
    .all(only('GET'));
  return router;
}

export const describeChecklist: Description = {
  '/api/v1/checklist': {
    get: {
      id: 'getChecklist',
      summary: 'See what to have at hand',
      description:
        'Every answer that the pages can ask for, by the team of a company that knows it, and what will be checked: a sheet for each.',
      parameters: [...queryOf(wished), lang],
      replies: {
        200: {
          description: 'The sheets.',
          content: { 'application/json': checklistReply, 'text/markdown': z.string() },
        },
      },
      problems: ['invalid-request'],
    },
  },
};
