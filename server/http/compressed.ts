import compression from 'compression';
import type { RequestHandler } from 'express';

/**
 * Compresses what is read, for clients that take that. A stream of events is told at once, a range is part of the file as it is, and
 * the reply to an event is small and has to be out when what comes after it fails.
 */
export const compressed: RequestHandler = compression({
  filter: (request, response) =>
    request.method === 'GET' &&
    response.statusCode !== 206 &&
    !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
    compression.filter(request, response),
});
