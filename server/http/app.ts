import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { answersSchema } from '../answers/answersSchema.ts';
import type { Walker } from '../answers/walker.ts';
import type { Installations } from '../host/installations.ts';
import { metrics } from './metrics.ts';
import { shallowOnly } from './nesting.ts';
import { ownDocument } from './openapi/descriptions.ts';
import { noSuchRoute, only, problemReplies } from './problemReplies.ts';
import { Refusal } from './refusal.ts';
import { requestLog } from './requestLog.ts';
import { answersRoutes } from './routes/answers.ts';
import { chartRoutes, wayRoutes } from './routes/chart.ts';
import { installationRoutes } from './routes/installations.ts';
import { logRoutes } from './routes/log.ts';
import { openApiRoutes } from './routes/openApi.ts';
import { operationRoutes } from './routes/operations.ts';
import { pageRoutes } from './routes/pages.ts';
import { planRoutes } from './routes/plan.ts';
import { reportRoutes } from './routes/report.ts';
import { webRoutes } from './routes/web.ts';
import { sameOriginOnly, type Token, tokenOnly } from './security.ts';

/** Whether live installations can be begun here, and why not. */
export type Live = { readonly available: true } | { readonly available: false; readonly why: string };

export interface AppSettings {
  readonly installations: Installations;
  readonly walker: Walker;
  readonly log: Logger;
  readonly tokens: readonly Token[];
  /** Names that this service is known by, beside localhost and this host's own. */
  readonly names: readonly string[];
  readonly live: Live;
  /** Where the installer's jobs have their folders. */
  readonly jobsFolder: string;
  readonly installerActions: readonly string[];
}

/** Largest body that is taken, but for logs. */
const largestBody = '256kb';

/** The service as seen by HTTP. */
export function createApp({
  installations,
  walker,
  log,
  tokens,
  names,
  live,
  jobsFolder,
  installerActions,
}: AppSettings): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use((_request, response, next) => {
    response.set('X-Content-Type-Options', 'nosniff');
    next();
  });
  app.use(requestLog(log), sameOriginOnly(names));
  app.use(operationRoutes());
  app.use('/api/v1', openApiRoutes(ownDocument));

  app.use(webRoutes({ tokens }));

  app.use(tokenOnly(tokens));
  app.route('/metrics').get(metrics(installations)).all(only('GET'));
  const api = express.Router();
  api.use('/installations', answersRoutes(installations, walker), reportRoutes(installations, jobsFolder));
  api.use(jsonOnly, express.json({ limit: largestBody, type: 'application/json' }), shallowOnly);
  api.use(
    '/installations',
    installationRoutes(installations, walker, live),
    planRoutes(installations),
    logRoutes(installations, jobsFolder),
    wayRoutes(installations),
  );
  api.use(chartRoutes());
  api.use('/pages', pageRoutes({ installerActions }));
  api
    .route('/answers.schema.json')
    .get((_request, response) => void response.json(answersSchema()))
    .all(only('GET'));
  app.use('/api/v1', api);
  app.use(noSuchRoute);
  app.use(problemReplies(log));
  return app;
}

const jsonOnly: RequestHandler = (request, _response, next) => {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody && !request.is('application/json')) return next(new Refusal('unsupported-media-type', 'Send application/json.'));
  next();
};
