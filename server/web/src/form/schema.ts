import { type FieldRule, readRules, requiredOf, standingOf } from '../../../../machines/vocabulary/fieldRules.ts';

/** A field as it is shown. */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'secret' | 'number' | 'choice' | 'choices' | 'checkbox' | 'group';
  readonly label: string;
  readonly help?: string;
  readonly sample?: string;
  readonly fallback?: unknown;
  readonly required: boolean;
  /** The pages before rule it out: it is greyed, as in the original. */
  readonly greyed: boolean;
  readonly options: readonly Option[];
  readonly fields: readonly Field[];
  /** What a phone's keyboard should offer. */
  readonly inputMode: 'text' | 'url' | 'email' | 'numeric';
}

/** What can be chosen: how it is sent, and how it is shown. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A page's JSON Schema as a form: the fields in order, and what greys them while others are filled in. */
export interface Form {
  readonly fields: readonly Field[];
  readonly rules: readonly FieldRule[];
}

/** Values by the names of their fields: what a form shows, or what was answered. */
export type Values = Readonly<Record<string, unknown>>;

type Schema = Readonly<Record<string, unknown>>;

/** Reads the schema of a page, in the form in which the service writes it. */
export function readForm(schema: Schema): Form {
  return { fields: readFields(schema), rules: readRules(schema) };
}

/** Whether a field takes an answer, and has to have one, as the others stand. What is typed counts as it would be sent. */
export function standing(
  { rules }: Form,
  field: Field,
  values: Values,
): { readonly applies: boolean; readonly required: boolean } {
  const typed = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]);
  const { applies, required } = standingOf(field.name, rules, Object.fromEntries(typed));
  return field.greyed ? { applies: false, required: false } : { applies, required: applies && (field.required || required) };
}

function readFields(schema: Schema): Field[] {
  const needed = requiredOf(schema);
  return Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).map(([name, field]) =>
    readField(name, field, needed.includes(name)),
  );
}

function readField(name: string, schema: Schema, required: boolean): Field {
  const { title, description, examples, default: fallback, readOnly, not, format, type } = schema;
  const sample = (examples as unknown[] | undefined)?.[0];
  return {
    name,
    kind: kindOf(schema),
    label: (title as string | undefined) ?? name,
    ...(description !== undefined && { help: description as string }),
    ...(sample !== undefined && { sample: String(sample) }),
    ...(fallback !== undefined && { fallback }),
    required,
    greyed: readOnly === true && not !== undefined,
    options: optionsOf(type === 'array' ? (schema['items'] as Schema) : schema),
    fields: type === 'object' ? readFields(schema) : [],
    inputMode: format === 'uri' ? 'url' : format === 'email' ? 'email' : isNumber(type) ? 'numeric' : 'text',
  };
}

function kindOf({ type, format, oneOf, writeOnly }: Schema): Field['kind'] {
  if (format === 'password' || writeOnly === true) return 'secret';
  if (type === 'object') return 'group';
  if (type === 'array') return 'choices';
  if (type === 'boolean') return 'checkbox';
  if (oneOf !== undefined) return 'choice';
  return isNumber(type) ? 'number' : 'text';
}

function isNumber(type: unknown): boolean {
  return type === 'integer' || type === 'number';
}

function optionsOf(schema: Schema): Option[] {
  return ((schema['oneOf'] ?? []) as { const: string; title: string }[]).map(({ const: value, title }) => ({
    value,
    label: title,
  }));
}
