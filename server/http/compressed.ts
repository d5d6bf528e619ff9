import compression from 'compression';
import type { RequestHandler } from 'express';

/**
 * Compresses what is read, for clients that take that. A stream of events is told at once, a range is part of the file as it is, and
 * the reply to an event is small and has to be out when what comes after it fails.
 */
export const compressed: RequestHandler = (request, response, next) =>
  // What it lays around a reply costs each of them, compressed or not.
  request.method === 'GET' ? compress(request, response, next) : next();

const compress = compression({
  filter: (request, response) =>
    response.statusCode !== 206 &&
    !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
    compression.filter(request, response),
});
