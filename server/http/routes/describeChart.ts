import { z } from 'zod';
import { type Description, json } from '../openapi/operation.ts';
import { ifNoneMatch, installationId, installationProblems, lang, queryOf } from '../openapi/parameters.ts';
import { chartReply, pastStep } from '../replySchemas/chart.ts';
import { momentQuery } from './chart.ts';

const svg = { description: 'The drawing.', content: { 'image/svg+xml': z.string() } };
const seen = { 304: { description: 'It is still the one that is known.' } };
const tag = { ETag: 'Changes with it.' };
const parameters = [lang, { ...ifNoneMatch, description: 'The `ETag` of the one that is known already.' }];

export const describeChart: Description = {
  '/api/v1/chart': {
    get: {
      id: 'getChart',
      summary: 'Read the statechart',
      description: 'Every state with its transitions, guards and actions, as XState writes a machine down.',
      parameters,
      replies: { 200: json('Screens, choices, and the ways between them.', chartReply, tag), ...seen },
    },
  },
  '/api/v1/chart.svg': {
    get: {
      id: 'drawChart',
      summary: 'See the statechart',
      description: 'A picture of the whole chart.',
      parameters,
      replies: { 200: { ...svg, headers: tag }, ...seen },
    },
  },
  '/api/v1/chart.mmd': {
    get: {
      id: 'getChartForMermaid',
      summary: 'Read the statechart for Mermaid',
      description: 'The chart as a Mermaid state diagram, for documents that draw such.',
      parameters,
      replies: { 200: { description: 'A flowchart.', content: { 'text/plain': z.string() }, headers: tag }, ...seen },
    },
  },
  '/api/v1/installations/{id}/chart.svg': {
    get: {
      id: 'drawInstallation',
      summary: 'See where an installation is on the statechart',
      description: 'The present state, the way there, what was not taken, and what it waits for.',
      parameters: [installationId, ...queryOf(momentQuery), lang],
      replies: { 200: svg },
      problems: [...installationProblems, 'invalid-request'],
    },
  },
  '/api/v1/installations/{id}/history/{revision}': {
    get: {
      id: 'getInstallationAt',
      summary: 'See an installation as it was',
      description: 'The view at an earlier revision, with the event that led to it.',
      parameters: [
        installationId,
        { name: 'revision', in: 'path', required: true, description: 'The revision.', schema: z.int().min(1) },
      ],
      replies: { 200: json('The step, and what was so after it.', pastStep) },
      problems: installationProblems,
    },
  },
};
