import type { RequestHandler } from 'express';

/**
 * Has `If-None-Match` honoured also where a script sends it: `fetch` adds `Cache-Control: no-cache` then, by which Express would not
 * compare.
 */
export const compareTags: RequestHandler = (request, _response, next) => {
  if (request.headers['if-none-match'] !== undefined) delete request.headers['cache-control'];
  next();
};
