import { Problem } from '../../machines/vocabulary/problems.ts';

export function notFound(): Problem {
  return new Problem('not-found', 'There is no such installation. GET /api/v1/installations lists them.');
}
