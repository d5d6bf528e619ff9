import { Problem } from '../../machines/vocabulary/problems.ts';

/** What is thrown where an id is that of no installation. */
export function notFound(): Problem {
  return new Problem('not-found', 'There is no such installation. GET /api/v1/installations lists them.');
}
