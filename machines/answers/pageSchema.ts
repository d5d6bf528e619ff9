import { z } from 'zod';
import type { Applies, Page } from '../pages/definePage.ts';
import type { Facts } from '../vocabulary/facts.ts';
import { writeRule } from '../vocabulary/fieldRules.ts';
import { frozen } from './frozen.ts';
import { isSecretField } from './secretFields.ts';

/** A JSON Schema (2020-12). */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The part of JSON Schema in which a page declares what it asks; the whole page is a field that holds others. */
export type FieldSchema = JsonSchema & {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly readOnly?: boolean;
  readonly oneOf?: readonly { readonly const: string; readonly title: string }[];
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  /** What a group asks for once it is filled in, as `requiredOf` reads it. */
  readonly then?: object;
  /** What answers decide about other fields, as `readRules` reads it. */
  readonly allOf?: readonly object[];
};

/**
 * A page's fields as JSON Schema, for forms and editors. What one field's answer decides about another is written as `if` and
 * `then`; with `facts`, a field that the pages before rule out stands as `readOnly` and takes no value, as the original greys it.
 * Each schema is made once, and can't be changed.
 */
export function pageSchema(page: Page, facts?: Facts): FieldSchema {
  const rules = Object.entries((page.applies ?? {}) as Record<string, Applies>);
  const byFacts = rules.map(([, { when }]) => (typeof when === 'function' && facts ? when(facts) : null));
  const made = schemas.get(page) ?? new Map<string, FieldSchema>();
  schemas.set(page, made);
  const key = byFacts.join();
  const schema = made.get(key) ?? frozen(schemaOf(page, rules, byFacts));
  made.set(key, schema);
  return schema;
}

const schemas = new WeakMap<Page, Map<string, FieldSchema>>();

/** @param byFacts whether each rule that hangs on the facts lets its field be answered; null for other rules, and without facts. */
function schemaOf(
  page: Page,
  rules: readonly (readonly [field: string, rule: Applies])[],
  byFacts: readonly (boolean | null)[],
): FieldSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(page.fields, { io: 'input', override: describeField }) as Record<
    string,
    unknown
  >;
  const properties = { ...(schema['properties'] as Record<string, JsonSchema>) };
  const required = new Set(schema['required'] as string[] | undefined);
  const conditions: JsonSchema[] = [];
  for (const [at, [field, { when, optional }]] of rules.entries()) {
    if (typeof when !== 'function') conditions.push(writeRule({ field, when, required: !optional }));
    else if (byFacts[at] === false) properties[field] = { ...properties[field], readOnly: true, not: {} };
    else if (byFacts[at] && !optional) required.add(field);
  }
  return {
    ...schema,
    properties,
    ...(required.size > 0 && { required: [...required] }),
    ...(conditions.length > 0 && { allOf: conditions }),
  };
}

/**
 * Writes the words of each choice as `oneOf`, as form libraries read them, and lets secrets be kept as they are. A box that has to be
 * ticked is an `enum` of one, for forms fill in a `const` by themselves.
 */
function describeField({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  const labels = jsonSchema['labels'] as Record<string, string> | undefined;
  if (labels) {
    jsonSchema.oneOf = Object.entries(labels).map(([name, title]) => ({ const: name, title }));
    delete jsonSchema['labels'];
  }
  if (jsonSchema.const === true) {
    delete jsonSchema.const;
    jsonSchema.enum = [true];
  }
  if (jsonSchema.pattern !== undefined) jsonSchema.pattern = inEveryDialect(jsonSchema.pattern);
  if (jsonSchema['secret'] === true && isSecretField(zodSchema as unknown as z.ZodType)) {
    const { type, minLength, maxLength, ...rest } = jsonSchema;
    for (const key of ['type', 'minLength', 'maxLength', 'secret']) delete jsonSchema[key];
    Object.assign(jsonSchema, rest, {
      anyOf: [
        { type, minLength, maxLength },
        { type: 'object', properties: { kept: { const: true } }, required: ['kept'] },
      ],
    });
    delete jsonSchema['secret'];
  }
}

/** A pattern without the classes of Unicode, which few languages but JavaScript read without a flag. */
export function inEveryDialect(pattern: string): string {
  return pattern.replaceAll('\\p{Cc}', '\\u0000-\\u001F\\u007F-\\u009F').replaceAll('\\p{Cs}', '\\uD800-\\uDFFF');
}
