import cors from 'cors';
import type { RequestHandler } from 'express';

/**
 * Lets pages of these origins, and of no other, drive the service from a browser (CORS). They show a token, as any client does: a
 * cookie is neither asked for nor looked at, for it is the mark of the service's own pages.
 */
export function allowedOrigins(origins: ReadonlySet<string>): RequestHandler {
  const allow = cors({
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['Content-Disposition', 'ETag', 'Location', 'Preference-Applied', 'Retry-After', 'WWW-Authenticate'],
    credentials: false,
    maxAge: 600,
  });
  return (request, response, next) => {
    if (!origins.has(request.headers.origin ?? '')) return next();
    delete request.headers.cookie;
    allow(request, response, next);
  };
}
