import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ProblemCode } from '../../../machines/vocabulary/problems.ts';
import { problemDetails } from '../replySchemas/problemDetails.ts';
import { components, schemaOf } from './components.ts';
import type { Content, Description, Operation, Parameter } from './operation.ts';
import { acceptLanguage, ifNoneMatch } from './parameters.ts';
import { problemReplies } from './problemReplies.ts';

/** The OpenAPI 3.1 document of what the descriptions describe. */
export function openApiDocument(descriptions: readonly Description[]) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'mim-setup',
      version: versionOf(),
      description: about,
      contact: { name: 'The maintainers of mim-setup' },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, {}],
    tags: Object.entries(tags).map(([name, says]) => ({ name, description: says })),
    paths: Object.assign({}, ...descriptions.map(pathsOf)) as Record<string, Record<string, unknown>>,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Where the service was started with a token.' } },
      schemas: components(),
    },
  };
}

/** As `GET /openapi.json` gives it. */
export type OpenApiDocument = ReturnType<typeof openApiDocument>;

const about =
  'Installs Microsoft Identity Manager 2016 SP2 Service and Portal page by page. Begin an installation, then answer what the view asks by sending events, each of which replies with the view as it is then.';

function pathsOf(description: Description) {
  return Object.fromEntries(
    Object.entries(description).map(([path, operations]) => [
      path,
      Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, operationOf(path, method, operation)])),
    ]),
  );
}

function operationOf(path: string, method: string, operation: Operation) {
  const { id, summary, description, body, open } = operation;
  const { parameters = [], replies } = method === 'get' ? withUnchanged(operation) : operation;
  const asked = open ? parameters : [...parameters, acceptLanguage];
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    tags: [tagOf(path)],
    ...(open && { security: [] }),
    ...(asked.length > 0 && { parameters: asked.map(parameterOf) }),
    ...(body && { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      ...Object.fromEntries(Object.entries(replies).map(([status, reply]) => [status, replyOf(reply)])),
      ...problemReplies(problemsOf(operation)),
      default: {
        description: 'Any other problem.',
        content: { 'application/problem+json': { schema: schemaOf(problemDetails) } },
      },
    },
  };
}

/** Whatever can be read can be asked for only if it has changed, but for what goes on being told. */
function withUnchanged(operation: Operation): Pick<Operation, 'parameters' | 'replies'> {
  const { parameters = [], replies } = operation;
  const goesOn = 101 in replies || 'text/event-stream' in (replies[200]?.content ?? {});
  if (304 in replies || goesOn) return operation;
  return {
    parameters: [...parameters, { ...ifNoneMatch, description: 'The `ETag` of what is known already.' }],
    replies: { ...replies, 304: { description: 'It is still as it was with that `ETag`.' } },
  };
}

function replyOf({ description, content, headers }: Operation['replies'][number]) {
  return {
    description,
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, says]) => [name, { description: says, schema: { type: 'string' } }]),
      ),
    }),
    ...(content && { content: contentOf(content) }),
  };
}

function parameterOf({ name, in: where, required, description, schema }: Parameter) {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>;
  const { description: __, ...asSchema } = plain;
  return { name, in: where, ...(required && { required }), description, schema: asSchema };
}

function contentOf(content: Content) {
  return Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema: schemaOf(schema) }]));
}

/** With those that any call of its kind can meet. */
function problemsOf({ parameters, body, problems = [], open }: Operation): ProblemCode[] {
  return [
    ...new Set<ProblemCode>([
      ...problems,
      ...(parameters || body ? (['malformed'] as const) : []),
      ...(body ? (['too-slow', 'too-large', 'unsupported-media-type'] as const) : []),
      ...(open ? [] : (['unauthorized', 'too-many-refused'] as const)),
      'forbidden-origin',
    ]),
  ];
}

const tags: Readonly<Record<string, string>> = {
  installations: 'Begin installations, step them, follow them, and read what became of them.',
  runners: 'What makes calls on other servers.',
  answers: 'Answers files.',
  pages: 'What is asked, as it is declared.',
  chart: 'The statechart itself.',
  openapi: 'This document.',
  docs: 'This document, for people.',
  operations: 'For whoever runs the service.',
};

function tagOf(path: string): string {
  return Object.keys(tags).find((tag) => path.startsWith(`/api/v1/${tag}`)) ?? 'operations';
}

function versionOf(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
