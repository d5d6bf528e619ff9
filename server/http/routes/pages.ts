import { Router } from 'express';
import { z } from 'zod';
import { pageSchema } from '../../../machines/answers/pageSchema.ts';
import { isPageId, isScreenId, pageOf, type ScreenId, screenIds, screens } from '../../../machines/pages/screens.ts';
import { phaseOf, showsIf } from '../../../machines/plan/outline.ts';
import { closingChecks, hostChecks } from '../../../machines/ports/checks.ts';
import { type Description, json } from '../openapi/operation.ts';
import { only } from '../problemReplies.ts';
import { Refusal } from '../refusal.ts';
import { pageDeclaration, pageDeclarations } from '../replies/pages.ts';

/** What is installed by which actions, in a rehearsal. */
interface Rehearsed {
  readonly installerActions: readonly string[];
}

/** `/pages`: what is declared of every screen, for front ends, editors and the curious. */
export function pageRoutes(rehearsed: Rehearsed): Router {
  const router = Router();
  router
    .route('/')
    .get((_request, response) => void response.json({ items: screenIds.map(declarationOf), rehearsal: rehearsed }))
    .all(only('GET'));
  router
    .route('/:page')
    .get((request, response) => {
      const { page } = request.params;
      if (!isScreenId(page)) throw new Refusal('not-found', 'There is no such page. GET /api/v1/pages lists them.');
      response.json(declarationOf(page));
    })
    .all(only('GET'));
  return router;
}

/** A declaration as data: what it asks as JSON Schema, and the names of what hangs on it. */
export function declarationOf(id: ScreenId) {
  const { kind, title, subtitle, step, guidance } = screens[id];
  const screen = { id, kind, phase: phaseOf(id), title, subtitle, guide: { step, text: guidance }, showsIf: showsIf(id) ?? null };
  if (!isPageId(id)) return id in stageChecks ? { ...screen, checks: stageChecks[id as keyof typeof stageChecks] } : screen;
  const page = pageOf(id);
  return {
    ...screen,
    schema: pageSchema(page),
    checks: Object.entries(page.checks ?? {}).map(([check, { title: about, installerRefuses }]) => ({
      id: check,
      title: about,
      overridable: !installerRefuses,
    })),
    notes: (page.notes ?? []).map(({ code, message }) => ({ code, message })),
    properties: Object.entries(page.properties ?? {}).map(([name, { field, provenance = 'documented', note }]) => {
      return { name, field, provenance, ...(note !== undefined && { note }) };
    }),
  };
}

/** What is checked at the stages: this host before the installation, and the installation itself after it. */
const stageChecks = {
  ready: Object.entries(hostChecks).map(([id, { title }]) => ({ id, title, overridable: true })),
  postInstallation: Object.entries(closingChecks).map(([id, { title }]) => ({ id, title, overridable: false })),
};

export const describePages: Description = {
  '/api/v1/pages': {
    get: {
      summary: 'See what is asked, page by page',
      replies: { 200: json('Every screen, in reading order.', pageDeclarations) },
    },
  },
  '/api/v1/pages/{page}': {
    get: {
      summary: 'See what one page asks',
      parameters: [{ name: 'page', in: 'path', required: true, description: 'Its name.', schema: z.enum(screenIds) }],
      replies: { 200: json('The declaration.', pageDeclaration) },
      problems: ['not-found'],
    },
  },
};
