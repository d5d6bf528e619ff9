import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { Refusal } from '../host/refusal.ts';
import { maskedForBody } from '../host/secrets/maskedForBody.ts';
import { StoreUnavailable } from '../store/unavailable.ts';
import { toProblemDetails } from './problemDetails.ts';
import { TooManyRefused } from './refusedTokens.ts';

/** Answers every error as RFC 9457 has it. What is no `Problem` is a fault of ours, and goes to the log whole. */
export function problemReplies(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = toProblem(error);
    if (problem.code === 'unexpected')
      log.error({ err: maskedForBody(error, request.body), method: request.method, path: request.path }, 'a request went wrong');
    const retryAfter = retryAfterOf(error);
    if (retryAfter !== undefined && !response.headersSent) response.set('Retry-After', String(retryAfter));
    if (response.writableEnded) return;
    if (response.headersSent) response.destroy();
    else replyWith(response, problem);
  };
}

function replyWith(response: Response, problem: Problem): void {
  const details = toProblemDetails(problem);
  response.status(details.status).type('application/problem+json').json(details);
}

/** For an address that there is not; the last of all routes. */
export const noSuchRoute: RequestHandler = (_request, _response, next) => {
  next(new Refusal('not-found', 'There is nothing at this address. See /api/v1/openapi.json for what there is.'));
};

/** For an address that exists, and does not take the method. */
export function only(...methods: readonly string[]): RequestHandler {
  return (_request, response, next) => {
    response.set('Allow', methods.join(', '));
    next(new Refusal('method-not-allowed', `This address takes ${methods.join(', ')}.`));
  };
}

/** Seconds after which it is worth asking again, where that is known. */
export function retryAfterOf(error: unknown): number | undefined {
  return error instanceof StoreUnavailable || error instanceof TooManyRefused ? error.retryAfter : undefined;
}

/** What a client is told of an error; `unexpected`, where it is a fault of ours. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreUnavailable) {
    const isFull = error.reason === 'full' || error.reason === 'read-only';
    return new Problem(isFull ? 'storage-full' : 'storage-unavailable', error.message, { cause: error });
  }
  const { type, status } = (typeof error === 'object' && error !== null ? error : {}) as { type?: unknown; status?: unknown };
  if (type === 'entity.too.large') return new Refusal('too-large', 'The body is larger than 256 KiB.');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return new Refusal('unsupported-media-type', 'Send UTF-8, without an encoding that is not understood.');
  }
  if (status === 400 || error instanceof URIError)
    return new Refusal('malformed', 'The request cannot be read: it is not what its headers say.');
  return new Refusal('unexpected', 'Something went wrong. The log of the service has the details.');
}
