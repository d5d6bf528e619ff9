import { z } from 'zod';
import { screenIds } from '../../../machines/chart/flow.ts';
import type { ProblemCode } from '../../../machines/vocabulary/problems.ts';
import { languages } from '../../language/languages.ts';
import { longestWait } from '../preferences.ts';
import type { Parameter } from './operation.ts';

export const installationId: Parameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The installation.',
  schema: z.uuid(),
};

export const pageName: Parameter = {
  name: 'page',
  in: 'path',
  required: true,
  description: 'Its name.',
  schema: z.enum(screenIds),
};

/** What can be wrong with any installation that is named. */
export const installationProblems: readonly ProblemCode[] = ['not-found', 'damaged', 'chart-changed'];

export const ifMatch = header(
  'If-Match',
  'The revision that the request is meant for, as its `ETag`. At another one it is refused.',
);
export const ifNoneMatch = header('If-None-Match', 'The revision that is known already, as its `ETag`.');
export const acceptLanguage = header(
  'Accept-Language',
  `The language of the texts for people: ${languages.join(', ')}. English, where it is none of these. Codes, answers and what others have said are the same in each.`,
  'de',
);
/** For clients that cannot choose their headers, such as a browser's \`EventSource\`. */
export const lang: Parameter = {
  name: 'lang',
  in: 'query',
  description: 'The same as `Accept-Language`, for clients that cannot choose their headers.',
  schema: z.enum(languages),
};
export const idempotencyKey = header(
  'Idempotency-Key',
  'At most 255 characters. A repeat with the same key and the same body answers the same and does nothing.',
);
export const prefer = header('Prefer', `\`wait=N\`: wait up to N seconds, at most ${longestWait}.`, 'wait=20');
export const lastEventId = header('Last-Event-ID', 'The last revision that was read. Those that came after it are told again.');

/** What a view is replied with. */
export const etag = { ETag: 'The revision, in quotes; followed by `-de` where it is told in German.' };

/** The parameters of a query, from the schema that it is parsed by. */
export function queryOf(schema: z.ZodObject): Parameter[] {
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => {
    return { name, in: 'query', description: field.description ?? '', schema: field };
  });
}

function header(name: string, description: string, example?: string): Parameter {
  return {
    name,
    in: 'header',
    description,
    schema: example === undefined ? z.string() : z.string().meta({ examples: [example] }),
  };
}
