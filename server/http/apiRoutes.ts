import express, { type RequestHandler, Router } from 'express';
import { answersSchema } from '../answers/answersSchema.ts';
import type { Views } from '../view/views.ts';
import type { AppSettings } from './appSettings.ts';
import { jsonOnly } from './jsonOnly.ts';
import { shallowOnly } from './nesting.ts';
import { noSuchRoute, only } from './problemReplies.ts';
import { allInstallationsRoutes } from './routes/allInstallations.ts';
import { answersRoutes } from './routes/answers.ts';
import { auditRoutes } from './routes/audit.ts';
import { chartRoutes, wayRoutes } from './routes/chart.ts';
import { checklistRoutes } from './routes/checklist.ts';
import { collectionRoutes } from './routes/collection.ts';
import { ownDocument } from './routes/descriptions.ts';
import { eventRoutes } from './routes/events.ts';
import { installationRoutes } from './routes/installations.ts';
import { logRoutes } from './routes/log.ts';
import { openApiRoutes } from './routes/openApi.ts';
import { packageRoutes } from './routes/package.ts';
import { pageBehindRoutes } from './routes/pageBehind.ts';
import { pageRoutes } from './routes/pages.ts';
import { planRoutes } from './routes/plan.ts';
import { reportRoutes } from './routes/report.ts';
import { runnerRoutes } from './routes/runners.ts';
import { secretRoutes } from './routes/secret.ts';

/** Largest body that is taken, but for logs. */
const largestBody = '256kb';

/**
 * Every call below `/api/v1`. A step comes first, since each router that a request passes by costs it; then those whose bodies are no
 * JSON, or larger.
 *
 * @param letIn lets only those in who may; what the API is, is told to everybody.
 */
export function apiRoutes(settings: AppSettings, views: Views, letIn: RequestHandler): Router {
  const { installations, runners, log, planning, jobsFolder, installerActions, about } = settings;
  const report = (error: unknown, where: object) => log.error({ err: error, ...where }, 'something went wrong');
  const router = Router();
  const body = [jsonOnly, express.json({ limit: largestBody, type: () => true }), shallowOnly];
  router.use(eventRoutes(installations, views, { letIn, body }), openApiRoutes(ownDocument), letIn);
  router.use(
    '/installations',
    answersRoutes(installations, views),
    packageRoutes(installations, views),
    reportRoutes(installations, views, planning, jobsFolder),
  );
  router.use(...body);
  router.use(
    '/installations',
    installationRoutes(installations, views, runners),
    allInstallationsRoutes(installations, views, installerActions, runners),
    planRoutes(installations, planning),
    auditRoutes(installations),
    logRoutes(installations, jobsFolder),
    collectionRoutes({ installations, views, runners, planning, jobsFolder, about, report }),
    secretRoutes(installations),
    wayRoutes(installations, views),
    pageBehindRoutes(installations, views),
  );
  router.use('/runners', runnerRoutes(runners));
  router.use(chartRoutes());
  router.use('/checklist', checklistRoutes());
  router.use('/pages', pageRoutes({ installerActions }));
  router
    .route('/answers.schema.json')
    .get((_request, response) => void response.json(answersSchema()))
    .all(only('GET'));
  router.use(noSuchRoute);
  return router;
}
