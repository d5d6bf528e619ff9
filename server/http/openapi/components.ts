import { z } from 'zod';
import { type JsonSchema, pageSchema } from '../../../machines/answers/pageSchema.ts';
import { pageIds } from '../../../machines/chart/flow.ts';
import { pageOf } from '../../../machines/pages/screens.ts';
import { clientEventSchemas } from '../../host/clientEventSchemas.ts';
import { replySchemas, requestSchemas } from '../schemaNames.ts';
import type { BodySchema } from './operation.ts';

/** Every schema that has a name, and the answers of each page; by name, for in what order files register theirs is chance. */
export function components(): Record<string, JsonSchema> {
  const schemas = {
    ...schemasOf(requestSchemas, 'input', spellOutSubmit),
    ...schemasOf(replySchemas, 'output', mayGrow),
    ...Object.fromEntries(pageIds.map((id) => [answersName(id), inObjects(pageSchema(pageOf(id))) as JsonSchema])),
  };
  return Object.fromEntries(Object.entries(schemas).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** A reference to a schema that has a name; any other as it is. */
export function schemaOf(schema: BodySchema): JsonSchema {
  if (!(schema instanceof z.ZodType)) return schema;
  const name = requestSchemas.get(schema)?.id ?? replySchemas.get(schema)?.id;
  return name === undefined ? clean(z.toJSONSchema(schema)) : { $ref: refTo(name) };
}

type Override = (about: { zodSchema: z.core.$ZodType; jsonSchema: z.core.JSONSchema.BaseSchema }) => void;

function schemasOf(registry: typeof replySchemas, io: 'input' | 'output', change: Override): Record<string, JsonSchema> {
  const override: Override = (about) => {
    change(about);
    const { jsonSchema } = about;
    if (['date-time', 'uuid', 'email'].includes(jsonSchema.format ?? '')) delete jsonSchema.pattern;
  };
  const { schemas } = z.toJSONSchema(registry, { uri: refTo, io, override });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, clean(schema as JsonSchema)]));
}

/** What a submit has to hold hangs on its page. */
const spellOutSubmit: Override = ({ zodSchema, jsonSchema }) => {
  if (zodSchema === (clientEventSchemas.submit as z.core.$ZodType)) jsonSchema.oneOf = pageIds.map(submitOf);
};

/** A later version may reply with more, so no client is told that nothing else can come. */
const mayGrow: Override = ({ jsonSchema }) => {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
};

/**
 * A field that may or may not be there under a condition stands as `true` or `false` in a page's schema. Generators of clients take
 * only objects for schemas, and break off at those two; here each stands as the object that means the same.
 */
function inObjects(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(inObjects);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, inner]) => [
      keyword,
      keyword === 'properties' ? eachInObjects(inner) : inObjects(inner),
    ]),
  );
}

function eachInObjects(properties: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      schema === true ? {} : schema === false ? { not: {} } : inObjects(schema),
    ]),
  );
}

function submitOf(page: string) {
  return {
    title: page,
    properties: { page: { const: page }, answers: { $ref: refTo(answersName(page)) } },
    required: ['page', 'answers'],
  };
}

function answersName(page: string): string {
  return `answers.${page}`;
}

function refTo(name: string): string {
  return `#/components/schemas/${name}`;
}

function clean({ $schema: _, $id: __, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
