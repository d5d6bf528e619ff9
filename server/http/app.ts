import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { answersSchema } from '../answers/answersSchema.ts';
import type { AboutService } from '../collection/making.ts';
import type { Token } from '../configuration/tokens.ts';
import type { Installations } from '../host/installations.ts';
import type { Planning } from '../plan/forms.ts';
import type { Runners } from '../runner/runners.ts';
import type { EndedSessions } from '../store/endedSessions.ts';
import { Views } from '../view/views.ts';
import { allowedOrigins } from './allowedOrigins.ts';
import { compareTags } from './compareTags.ts';
import { compressed } from './compressed.ts';
import { inAskedLanguage } from './inAskedLanguage.ts';
import { jsonOnly } from './jsonOnly.ts';
import { metrics } from './metrics.ts';
import { shallowOnly } from './nesting.ts';
import { ownDocument } from './openapi/descriptions.ts';
import { noSuchRoute, only, problemReplies } from './problemReplies.ts';
import type { RefusedTokens } from './refusedTokens.ts';
import { requestLog } from './requestLog.ts';
import { answersRoutes } from './routes/answers.ts';
import { auditRoutes } from './routes/audit.ts';
import { chartRoutes, wayRoutes } from './routes/chart.ts';
import { checklistRoutes } from './routes/checklist.ts';
import { collectionRoutes } from './routes/collection.ts';
import { installationRoutes } from './routes/installations.ts';
import { logRoutes } from './routes/log.ts';
import { openApiRoutes } from './routes/openApi.ts';
import { operationRoutes } from './routes/operations.ts';
import { packageRoutes } from './routes/package.ts';
import { pageBehindRoutes } from './routes/pageBehind.ts';
import { pageRoutes } from './routes/pages.ts';
import { planRoutes } from './routes/plan.ts';
import { problemTypeRoutes } from './routes/problemTypes.ts';
import { reportRoutes } from './routes/report.ts';
import { runnerRoutes } from './routes/runners.ts';
import { secretRoutes } from './routes/secret.ts';
import { webRoutes } from './routes/web.ts';
import { type Entrance, sameOriginOnly, tokenOnly } from './security.ts';
import { Sessions } from './sessions.ts';

export interface AppSettings {
  readonly installations: Installations;
  readonly runners: Runners;
  readonly endedSessions: Pick<EndedSessions, 'add' | 'has'>;
  /** Counts the tokens that were refused, at every door. */
  readonly refused: RefusedTokens;
  readonly log: Logger;
  readonly tokens: readonly Token[];
  /** Names that this service is known by, beside localhost and this host's own. */
  readonly names: readonly string[];
  /** Of other pages that may drive this service. */
  readonly origins: readonly string[];
  /** What configuration adds to every plan. */
  readonly planning: Planning;
  /** Where the installer's jobs have their folders. */
  readonly jobsFolder: string;
  readonly installerActions: readonly string[];
  /** What collections tell of this service. */
  readonly about: AboutService;
}

/** Largest body that is taken, but for logs. */
const largestBody = '256kb';

/** The service as seen by HTTP. */
export function createApp(settings: AppSettings): Express {
  const {
    installations,
    runners,
    endedSessions,
    refused,
    log,
    tokens,
    names,
    origins,
    planning,
    jobsFolder,
    installerActions,
    about,
  } = settings;
  const views = new Views(installations, planning, runners);
  const { answer: answerMetrics, tokenRefused } = metrics(installations);
  const entrance: Entrance = {
    tokens,
    sessions: new Sessions({ tokens, keyOf: (token) => installations.secrets.sessionKey(token), ended: endedSessions }),
    refused,
    isRunners: (token) => runners.enrolment.isToken(token),
  };
  refused.onRefusal = ({ address, limited }) => {
    tokenRefused();
    log[limited ? 'debug' : 'warn']({ address }, limited ? 'a token was not looked at' : 'a token was refused');
  };
  const report = (error: unknown, where: object) => log.error({ err: error, ...where }, 'something went wrong');
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', 'weak');
  app.set('query parser', 'simple');
  app.use((_request, response, next) => {
    response.set('X-Content-Type-Options', 'nosniff');
    next();
  });
  const known = new Set(origins);
  app.use(requestLog(log), inAskedLanguage, sameOriginOnly(names, known), allowedOrigins(known), compareTags, compressed);
  app.use(operationRoutes(installations));
  app.use(problemTypeRoutes());
  app.use('/api/v1', openApiRoutes(ownDocument));

  app.use(webRoutes({ entrance }));

  app.use(tokenOnly(entrance));
  app.route('/metrics').get(answerMetrics).all(only('GET'));
  const api = express.Router();
  api.use(
    '/installations',
    answersRoutes(installations, views),
    packageRoutes(installations, views),
    reportRoutes(installations, views, planning, jobsFolder),
  );
  api.use(jsonOnly, express.json({ limit: largestBody, type: 'application/json' }), shallowOnly);
  api.use(
    '/installations',
    installationRoutes(installations, views, installerActions, runners),
    planRoutes(installations, planning),
    auditRoutes(installations),
    logRoutes(installations, jobsFolder),
    collectionRoutes({ installations, views, runners, planning, jobsFolder, about, report }),
    secretRoutes(installations),
    wayRoutes(installations, views),
    pageBehindRoutes(installations, views),
  );
  api.use('/runners', runnerRoutes(runners));
  api.use(chartRoutes());
  api.use('/checklist', checklistRoutes());
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
