import { Router } from 'express';
import { beginWalk } from '../../answers/beginWalk.ts';
import type { Installations } from '../../host/installations.ts';
import type { Runners } from '../../runner/runners.ts';
import type { Views } from '../../view/views.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { expectRunner } from '../expectRunner.ts';
import { firstAnswers } from '../firstAnswers.ts';
import { answerOnce } from '../idempotency.ts';
import { only } from '../problemReplies.ts';
import { refuseMisspelt } from '../rehearsalWish.ts';
import { whoOf } from '../reply.ts';
import { beginning, listing, parse } from '../requests.ts';
import { understand } from './answers.ts';

/** `/installations`: list them, begin one. */
export function allInstallationsRoutes(
  installations: Installations,
  views: Views,
  installerActions: readonly string[],
  runners: Runners,
): Router {
  const router = Router();
  router
    .route('/')
    .get(async (request, response) => {
      const { status, limit, cursor } = parse(listing, request.query);
      const found = await installations.list(limit + 1, status, cursor === undefined ? undefined : readCursor(cursor));
      const items = found
        .slice(0, limit)
        .map(({ id, name, mode, runner, status: now, page, option, revision, createdAt, updatedAt, who }) => {
          return { id, name, mode, runner, status: now, page, option, revision, createdAt, updatedAt, who };
        });
      const last = items.at(-1);
      response.json({ items, ...(found.length > limit && last && { next: writeCursor(last) }) });
    })
    .post(async (request, response) => {
      const { answers, ...wish } = parse(beginning, request.body);
      refuseMisspelt(wish.rehearsal ?? {}, installerActions);
      const given = answers && understand(answers);
      const who = whoOf(response);
      await answerOnce(installations, views, {
        request,
        response,
        scope: 'begin',
        status: 201,
        act: async (answering) => {
          await expectRunner(runners, wish.mode, wish.runner);
          const file = await firstAnswers(installations, wish.copyOf, given);
          return await installations.begin(wish, { who, answering, ...(file && { then: beginWalk(file, who) }) });
        },
        locationOf: ({ row }) => `${request.baseUrl}/${row.id}`,
      });
    })
    .all(only('GET', 'POST'));
  return router;
}
