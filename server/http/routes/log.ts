import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Request, Router } from 'express';
import { z } from 'zod';
import type { Installations } from '../../host/installations.ts';
import { Refusal } from '../../host/refusal.ts';
import type { Description } from '../openapi/operation.ts';
import { installationId, installationProblems, queryOf } from '../openapi/parameters.ts';
import { only } from '../problemReplies.ts';
import { parse } from '../requests.ts';

const query = z.object({ attempt: z.coerce.number().int().min(1).optional() });

/** `/installations/{id}/log`: the log of the last attempt, or of another one, as text, redacted, with ranges. */
export function logRoutes(installations: Installations, jobsFolder: string): Router {
  const router = Router();
  router.get('/:id/log', async (request, response, next) => {
    const { row, kept } = await installations.load(String(request.params['id']));
    const { attempt = kept.context.attempt } = parse(query, request.query);
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
    const root = join(jobsFolder, row.id);
    if (await asksForMoreThanAll(request, join(root, String(attempt), 'log.txt'))) delete request.headers.range;
    response.sendFile(join(String(attempt), 'log.txt'), { root, headers, lastModified: false, dotfiles: 'allow' }, (error) => {
      if (!error || response.headersSent) return;
      const status = (error as { status?: number }).status;
      next(
        status === 416
          ? new Refusal('invalid-request', 'The log is not that long.')
          : new Refusal('not-found', 'There is no log: the installer has not run.'),
      );
    });
  });
  router.all('/:id/log', only('GET'));
  return router;
}

/** The last bytes of a file, more than it has, are the whole of it (RFC 9110, 14.1.2); the library refuses them. */
async function asksForMoreThanAll({ headers }: Request, path: string): Promise<boolean> {
  const last = /^bytes=-(\d{1,15})$/.exec(headers.range ?? '')?.[1];
  if (last === undefined) return false;
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  return Number(last) > size;
}

export const describeLog: Description = {
  '/api/v1/installations/{id}/log': {
    get: {
      id: 'getLog',
      summary: "Read the installer's log",
      description: 'Redacted, and while it grows. Ranges are honoured.',
      parameters: [installationId, ...queryOf(query)],
      replies: {
        200: { description: 'The log.', content: { 'text/plain': z.string() } },
        206: { description: 'The part that was asked for.', content: { 'text/plain': z.string() } },
      },
      problems: [...installationProblems, 'invalid-request'],
    },
  },
};
