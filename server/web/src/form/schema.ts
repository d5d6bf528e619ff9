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

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Another field's answer decides whether a field applies, and is needed. */
interface Condition {
  readonly field: string;
  readonly asks: string;
  readonly is: readonly unknown[] | undefined;
  readonly matches: RegExp | undefined;
  readonly required: boolean;
}

/** A page's JSON Schema as a form: the fields in order, and what greys them while others are filled in. */
export interface Form {
  readonly fields: readonly Field[];
  readonly conditions: readonly Condition[];
}

export type Values = Readonly<Record<string, unknown>>;

type Schema = Readonly<Record<string, unknown>>;

/** Reads the schema of a page, in the form in which the service writes it. */
export function readForm(schema: Schema): Form {
  return {
    fields: readFields(schema),
    conditions: ((schema['allOf'] ?? []) as Schema[]).map(readCondition).filter((condition) => condition !== undefined),
  };
}

/** Whether a field takes an answer, and has to have one, as the others stand. */
export function standing(
  { conditions }: Form,
  field: Field,
  values: Values,
): { readonly applies: boolean; readonly required: boolean } {
  const own = conditions.filter(({ field: name }) => name === field.name);
  const applies = !field.greyed && own.every((condition) => holds(condition, values));
  return { applies, required: applies && (field.required || own.some(({ required }) => required)) };
}

function holds({ asks, is, matches }: Condition, values: Values): boolean {
  const value = values[asks];
  return (is?.includes(value) ?? true) && (matches === undefined || (typeof value === 'string' && matches.test(value)));
}

function readFields({ properties, required }: Schema): Field[] {
  const needed = (required ?? []) as string[];
  return Object.entries((properties ?? {}) as Record<string, Schema>).map(([name, schema]) =>
    readField(name, schema, needed.includes(name)),
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

function readCondition(schema: Schema): Condition | undefined {
  const [asks, test] = Object.entries(propertiesOf(schema['if']))[0] ?? [];
  const field = Object.keys(propertiesOf(schema['else']))[0];
  if (asks === undefined || field === undefined) return undefined;
  const pattern = test?.['pattern'] as string | undefined;
  return {
    field,
    asks,
    is: test?.['enum'] as unknown[] | undefined,
    matches: pattern === undefined ? undefined : new RegExp(pattern),
    required: schema['then'] !== undefined,
  };
}

function propertiesOf(schema: unknown): Readonly<Record<string, Schema>> {
  return ((schema as Schema | undefined)?.['properties'] ?? {}) as Record<string, Schema>;
}
