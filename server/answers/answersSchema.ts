import { z } from 'zod';
import { inEveryDialect, type JsonSchema, pageSchema } from '../../machines/answers/pageSchema.ts';
import { tasks } from '../../machines/chart/closingTasks.ts';
import { pageIds } from '../../machines/chart/flow.ts';
import { uncertainNames } from '../../machines/chart/installerProperties.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { declaredChecks } from '../host/declaredChecks.ts';
import { warnings } from './answersFile.ts';
import { ending, overrideReason, settlement } from './answersForm.ts';

/** The schema of answers files, by which editors complete and check them. */
export function answersSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Answers for mim-setup',
    description: 'The answers to the pages of the Microsoft Identity Manager Service and Portal wizard.',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      pages: {
        description: 'The answers, by page.',
        type: 'object',
        properties: Object.fromEntries(
          pageIds.map((id) => [
            id,
            { ...schemaOf(id), title: pageOf(id).subtitle || pageOf(id).title, description: pageOf(id).guidance },
          ]),
        ),
        additionalProperties: false,
      },
      acknowledge: {
        description: 'Warnings that are taken on knowingly.',
        type: 'array',
        items: { enum: warnings },
        uniqueItems: true,
      },
      override: {
        description: 'Checks that may fail, each with the reason why.',
        anyOf: [
          {
            type: 'object',
            propertyNames: { enum: [...declaredChecks.keys()] },
            additionalProperties: schemaFor(overrideReason),
          },
          {
            type: 'array',
            items: {
              type: 'object',
              properties: { check: { enum: [...declaredChecks.keys()] }, reason: schemaFor(overrideReason) },
              required: ['check', 'reason'],
              additionalProperties: false,
            },
          },
        ],
      },
      settle: {
        description: 'By which property of the package each open answer is carried, as `openAnswers` of the view names them.',
        type: 'object',
        propertyNames: { enum: uncertainNames },
        additionalProperties: schemaFor(settlement),
      },
      install: { description: 'Go on past the review and install.', type: 'boolean' },
      complete: {
        description: 'What becomes of the closing tasks.',
        anyOf: [
          { const: 'all' },
          { type: 'object', propertyNames: { enum: Object.keys(tasks) }, additionalProperties: schemaFor(ending) },
        ],
      },
    },
    additionalProperties: false,
  };
}

/** What is read, as JSON Schema: the same to those who write it. */
function schemaFor(form: z.ZodType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(form, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern !== undefined) jsonSchema.pattern = inEveryDialect(jsonSchema.pattern);
    },
  });
  return schema;
}

/** A page's schema, in which a secret may also stand elsewhere. */
function schemaOf(id: (typeof pageIds)[number]): JsonSchema {
  const schema = pageSchema(pageOf(id));
  return withPlaceholders(schema) as JsonSchema;
}

function withPlaceholders(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withPlaceholders);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { anyOf, ...rest } = schema as { anyOf?: readonly JsonSchema[]; format?: string };
  if (anyOf && rest.format === 'password') {
    const { format: _, writeOnly: __, ...told } = rest as Record<string, unknown>;
    return {
      ...told,
      anyOf: [...anyOf, elsewhere('env', 'An environment variable of the command line.'), elsewhere('file', 'A file.')],
    };
  }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withPlaceholders(value)]));
}

function elsewhere(name: string, description: string): JsonSchema {
  return {
    type: 'object',
    description,
    properties: { [name]: { type: 'string', minLength: 1 } },
    required: [name],
    additionalProperties: false,
  };
}
