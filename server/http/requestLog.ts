import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { addressOf } from './security.ts';

/** A line a request: no header and no body, so that no secret can stand in it. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    const { method, path } = request;
    const address = addressOf(request);
    response.on('close', () => {
      const ms = Math.round(performance.now() - begun);
      const line = { method, path, status: response.statusCode, ms, address, who: response.locals['who'] };
      log.info(response.writableFinished ? line : { ...line, leftEarly: true }, 'request');
    });
    next();
  };
}
