import express, { type Express } from 'express';
import { Views } from '../view/views.ts';
import { allowedOrigins } from './allowedOrigins.ts';
import { apiRoutes } from './apiRoutes.ts';
import type { AppSettings } from './appSettings.ts';
import { compareTags } from './compareTags.ts';
import { compressed } from './compressed.ts';
import { inAskedLanguage } from './inAskedLanguage.ts';
import { metrics } from './metrics.ts';
import { noSuchRoute, only, problemReplies } from './problemReplies.ts';
import { requestLog } from './requestLog.ts';
import { operationRoutes } from './routes/operations.ts';
import { problemTypeRoutes } from './routes/problemTypes.ts';
import { webRoutes } from './routes/web.ts';
import { type Entrance, sameOriginOnly, tokenOnly } from './security.ts';
import { Sessions } from './sessions.ts';

/** The service as seen by HTTP. */
export function createApp(settings: AppSettings): Express {
  const { installations, runners, endedSessions, refused, log, tokens, names, origins, planning } = settings;
  const views = new Views(installations, planning, runners);
  const entrance: Entrance = {
    tokens,
    sessions: new Sessions({ tokens, keyOf: (token) => installations.secrets.sessionKey(token), ended: endedSessions }),
    refused,
    isRunners: (token) => runners.enrolment.isToken(token),
  };
  const letIn = tokenOnly(entrance);
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
  // First what is asked most: each router that a request passes by costs it.
  app.use('/api/v1', apiRoutes(settings, views, letIn));
  app.use(operationRoutes(installations), problemTypeRoutes(), webRoutes({ entrance }));
  app.use(letIn);
  app.route('/metrics').get(metrics(installations, refused)).all(only('GET'));
  app.use(noSuchRoute);
  app.use(problemReplies(log));
  return app;
}
