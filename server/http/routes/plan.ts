import { Router } from 'express';
import { z } from 'zod';
import type { Installations } from '../../host/installations.ts';
import { notNow } from '../../host/notNow.ts';
import { screenOf } from '../../host/transition.ts';
import { type Planning, planScript, planView } from '../../plan/forms.ts';
import { type Description, json } from '../openapi/operation.ts';
import { installationId, installationProblems, queryOf } from '../openapi/parameters.ts';
import { only } from '../problemReplies.ts';
import { plan } from '../replySchemas/plan.ts';
import { parse } from '../requests.ts';

const query = z.object({
  format: z.enum(['json', 'cmd', 'ps1']).default('json').meta({ description: 'As data, as a batch file, or for PowerShell.' }),
  log: z
    .string()
    .max(240)
    .regex(
      /^(?:[A-Za-z]:\\|\\\\[^\\/]+\\[^\\/]+\\)(?:[^<>:"/\\|?*\p{Cc}\p{Cs}\u2028\u2029]+\\)*[^<>:"/\\|?*\p{Cc}\p{Cs}\u2028\u2029]+$/u,
      {
        error: 'Give the path of a file on the server, such as C:\\miminstall\\log.txt.',
      },
    )
    .optional()
    .meta({ description: 'Where the installer leaves its log; C:\\miminstall\\log.txt unless stated.' }),
});

/** `/installations/{id}/plan`: what the answers amount to, from the components on. It holds no secret. */
export function planRoutes(installations: Installations, planning: Planning): Router {
  const router = Router();
  router
    .route('/:id/plan')
    .get(async (request, response) => {
      const { format, log } = parse(query, request.query);
      const present = await installations.load(String(request.params['id']));
      if (!present.kept.context.answers.components) throw notNow(present.snapshot);
      response.set('Cache-Control', 'no-store');
      const planned = { context: present.kept.context, screen: screenOf(present.snapshot) };
      if (format === 'json') return void response.json(planView(planned, planning, log));
      response
        .set('Content-Disposition', `attachment; filename="install-mim.${format}"`)
        .type('text/plain; charset=utf-8')
        .send(planScript(format, planned, planning, log));
    })
    .all(only('GET'));
  return router;
}

export const describePlan: Description = {
  '/api/v1/installations/{id}/plan': {
    get: {
      id: 'getPlan',
      summary: 'Read the plan',
      description:
        'What the answers so far amount to, from the page components on, without a secret. As a script it takes its secrets from the environment of the server, or asks for them; one whose plan is not complete yet refuses to run.',
      parameters: [installationId, ...queryOf(query)],
      replies: {
        200: {
          description: 'The plan.',
          content: { ...json('', plan).content, 'text/plain': z.string() },
        },
      },
      problems: [
        ...installationProblems,
        'not-now',
        'invalid-request',
        'command-too-long',
        'invalid-answers',
        'package-unsuitable',
      ],
    },
  },
};
