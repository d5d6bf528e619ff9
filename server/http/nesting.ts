import type { RequestHandler } from 'express';
import { Refusal } from '../host/refusal.ts';

/** Deepest that a body may nest. No request needs more than a handful, and what walks a body walks it recursively. */
const deepest = 32;

/** Refuses a body that nests deeper than anything that is asked for. */
export const shallowOnly: RequestHandler = (request, _response, next) => {
  next(
    isDeeper(request.body, deepest)
      ? new Refusal('malformed', `The body nests deeper than ${deepest} levels. Nothing asks for that.`)
      : undefined,
  );
};

/** Whether a value nests deeper than so many levels; it looks no further down than that. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
