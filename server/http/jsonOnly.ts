import type { RequestHandler } from 'express';
import { Refusal } from '../host/refusal.ts';

/** Refuses a body that is said to be anything but JSON. */
export const jsonOnly: RequestHandler = (request, _response, next) => {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody && !request.is('application/json')) return next(new Refusal('unsupported-media-type', 'Send application/json.'));
  next();
};
