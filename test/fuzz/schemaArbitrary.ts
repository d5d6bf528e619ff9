import fc from 'fast-check';
import { hostileText } from './hostileText.ts';

/** As much of JSON Schema as our documents use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
}

type Schemas = Readonly<Record<string, JsonSchema>>;

/**
 * Values for a schema: most of them as it says, some bent out of shape in one place or another, so that what comes behind the first
 * look is reached as well as the first look.
 */
export function valuesOf(schema: JsonSchema, schemas: Schemas): fc.Arbitrary<unknown> {
  const known = new Map<string, fc.Arbitrary<unknown>>();
  return of(schema);

  function of(one: JsonSchema): fc.Arbitrary<unknown> {
    return fc.oneof({ weight: 24, arbitrary: straight(one) }, { weight: 1, arbitrary: bent });
  }

  function straight(one: JsonSchema): fc.Arbitrary<unknown> {
    if (one.$ref !== undefined) return referred(one.$ref.replace('#/components/schemas/', ''));
    if ('const' in one) return fc.constant(one.const);
    if (one.enum) return fc.constantFrom(...one.enum);
    const either = one.oneOf ?? one.anyOf;
    if (either && one.properties) {
      const choices = either.map((other) => object({ ...one, ...other, properties: { ...one.properties, ...other.properties } }));
      return fc.oneof(...choices);
    }
    if (either) return fc.oneof(...either.map(of));
    if (one.allOf && !one.type) return fc.oneof(...one.allOf.map(of));
    const named = [...(one.examples ?? []), ...(one.default === undefined ? [] : [one.default])];
    const any = byType(one);
    return named.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...named) }, any) : any;
  }

  function referred(name: string): fc.Arbitrary<unknown> {
    const found = schemas[name];
    if (!found) throw new Error(`The document has no schema ${name}.`);
    const arbitrary = known.get(name) ?? of(found);
    known.set(name, arbitrary);
    return arbitrary;
  }

  function byType(one: JsonSchema): fc.Arbitrary<unknown> {
    switch (one.type) {
      case 'object':
        return object(one);
      case 'array':
        return fc.array(one.items ? of(one.items) : bent, {
          minLength: one.minItems ?? 0,
          maxLength: Math.min(one.maxItems ?? 4, 4),
        });
      case 'string':
        return text(one);
      case 'integer':
        return fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer(range(one)));
      case 'number':
        return fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double());
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      default:
        return bent;
    }
  }

  function object({ properties = {}, required = [], additionalProperties }: JsonSchema): fc.Arbitrary<unknown> {
    const fields = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, of(inner)]));
    const declared = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
    if (Object.keys(fields).length > 0 && !additionalProperties) return declared;
    const inner = typeof additionalProperties === 'object' ? of(additionalProperties) : bent;
    const more = fc.dictionary(fc.oneof(hostileText, fc.string({ maxLength: 8 })), inner, { maxKeys: 3 });
    return fc.tuple(declared, more).map(([one, other]) => ({ ...other, ...(one as object) }));
  }
}

function text({ format, minLength = 0, maxLength = 40 }: JsonSchema): fc.Arbitrary<string> {
  const usual = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) });
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.oneof(fc.emailAddress(), hostileText);
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  return fc.oneof(usual, hostileText);
}

/** What JavaScript can count with. */
function range({ minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER }: JsonSchema) {
  return { min: Math.max(minimum, Number.MIN_SAFE_INTEGER), max: Math.min(maximum, Number.MAX_SAFE_INTEGER) };
}

/** A value of another kind than is asked for. */
const bent: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, [], {}, 0, -1, 1e308, '', { kept: true }, { env: 'PATH' }, { file: '/etc/passwd' }),
  fc.jsonValue({ maxDepth: 3 }),
);
