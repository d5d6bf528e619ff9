import type { RequestHandler } from 'express';
import { Refusal } from '../host/refusal.ts';

/** Refuses a body that is said to be anything but JSON. */
export const jsonOnly: RequestHandler = (request, _response, next) => {
  const { headers } = request;
  // What nearly all send needs no looking up.
  if (headers['content-type'] === 'application/json') return next();
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (hasBody && !request.is('application/json')) return next(new Refusal('unsupported-media-type', 'Send application/json.'));
  next();
};
