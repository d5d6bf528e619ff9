import type { Page } from '../pages/definePage.ts';
import type { Facts } from '../vocabulary/facts.ts';
import { frozen } from './frozen.ts';
import { type JsonSchema, pageSchema } from './pageSchema.ts';

/** What an installation knows of a page that is about to be asked. */
interface Asked {
  /** What the pages before add up to. */
  readonly facts: Facts;
  /** The paths of the secrets that are kept for this page, dotted. */
  readonly kept: ReadonlySet<string>;
}

/**
 * A page's fields as libraries of forms take them, RJSF and JSON Forms among them. `pageSchema` says the same to validators and
 * editors; for a form
 * - the labels alone name the choices: an `enum` beside them would be shown in their place;
 * - a secret is a text of the format `password`. One that is kept may be left out, and stays so; `{ "kept": true }` keeps it, too;
 * - a group that may be left out asks for its fields only once something is entered in it;
 * - what is proposed by the pages before stands as `default`.
 *
 * Without `asked`, which secrets are kept is not known: `{ "kept": true }` will do for each, and none may be left out. Each form is
 * made once, and can't be changed.
 */
export function formSchema(page: Page, asked?: Asked): JsonSchema {
  const schema = pageSchema(page, asked?.facts);
  const proposing = Object.entries((page.proposed ?? {}) as Readonly<Record<string, (facts: Facts) => unknown>>);
  const proposed = asked ? proposing.map(([field, by]) => [field, by(asked.facts)] as const) : [];
  const key = JSON.stringify([proposed, asked ? [...asked.kept].sort() : null]);
  const made = schemas.get(schema) ?? new Map<string, JsonSchema>();
  schemas.set(schema, made);
  const form = made.get(key) ?? frozen(withDefaults(fieldsForForms(schema, asked?.kept, ''), proposed));
  made.set(key, form);
  return form;
}

const schemas = new WeakMap<JsonSchema, Map<string, JsonSchema>>();

type Kept = Asked['kept'] | undefined;

function fieldsForForms(schema: JsonSchema, kept: Kept, path: string): JsonSchema {
  const { properties = {}, required = [], allOf = [], ...rest } = schema as ObjectSchema;
  const needed = required.filter((name) => !kept?.has(path + name));
  const fields = Object.entries(properties).map(([name, field]) => {
    return { name, field, form: fieldForForms(field, kept, path + name, !required.includes(name)) };
  });
  const rules = [
    ...allOf.map((rule) => askedUnlessKept(rule, kept, path)),
    ...fields.flatMap(({ name, field, form }) => (Array.isArray(form['type']) ? [whereTyped(name, field)] : [])),
  ];
  return {
    ...rest,
    properties: Object.fromEntries(fields.map(({ name, form }) => [name, form])),
    ...(needed.length > 0 && { required: needed }),
    ...(rules.length > 0 && { allOf: rules }),
  };
}

function fieldForForms(field: JsonSchema, kept: Kept, path: string, isOptional: boolean): JsonSchema {
  if (field['format'] === 'password') return secretForForms(field, kept === undefined || kept.has(path));
  if (field['type'] === 'object') {
    const group = fieldsForForms(field, kept, `${path}.`);
    return isOptional ? asWhole(group) : group;
  }
  if (field['type'] === 'array') return { ...field, items: withoutEnum(field['items'] as JsonSchema) };
  return withoutEnum(field);
}

function withoutEnum(field: JsonSchema): JsonSchema {
  const { enum: _, ...labelled } = field;
  return field['oneOf'] ? labelled : field;
}

function secretForForms({ anyOf, ...rest }: JsonSchema, mayBeKept: boolean): JsonSchema {
  const [text, kept] = anyOf as readonly [JsonSchema, JsonSchema];
  return mayBeKept ? { ...rest, ...text, ...kept, type: [text['type'], kept['type']] } : { ...rest, ...text };
}

/** A secret that may be kept is a text wherever it is typed. JSON Forms takes no field for a text that may be something else. */
function whereTyped(name: string, secret: JsonSchema): JsonSchema {
  const text = secretForForms(secret, false);
  return { if: { properties: { [name]: { type: 'string' } } }, then: { properties: { [name]: text } } };
}

/** What has to be filled in of a group is asked for once any of it is; what is merely proposed does not count as that. */
function asWhole(group: JsonSchema): JsonSchema {
  const { required = [], properties = {}, ...rest } = group as ObjectSchema;
  if (required.length === 0) return group;
  const isFilledIn = Object.entries(properties).map(([name, { default: proposed }]) => ({
    required: [name],
    ...(proposed !== undefined && { properties: { [name]: { not: { const: proposed } } } }),
  }));
  return { ...rest, properties, if: { anyOf: isFilledIn }, then: { required } };
}

/** A rule, as `writeRule` writes them, that does not ask for a secret which is kept. */
function askedUnlessKept(rule: JsonSchema, kept: Kept, path: string): JsonSchema {
  const { then, ...rest } = rule as { readonly then?: { readonly required: readonly string[] } };
  return then?.required.some((name) => kept?.has(path + name)) ? rest : rule;
}

function withDefaults(schema: JsonSchema, proposed: readonly (readonly [field: string, value: unknown])[]): JsonSchema {
  const properties = { ...(schema as ObjectSchema).properties };
  for (const [field, value] of proposed) properties[field] = { ...properties[field], default: value };
  return { ...schema, properties };
}

interface ObjectSchema extends JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly JsonSchema[];
}
