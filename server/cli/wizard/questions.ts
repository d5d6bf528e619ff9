import { readRules, requiredOf, standingOf } from '../../../machines/vocabulary/fieldRules.ts';

/** The part of JSON Schema in which a page declares what it asks. */
export interface FieldSchema {
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
}

export type Answers = Record<string, unknown>;

/** A question of a page: one field, that applies as things stand. */
export interface Question {
  readonly name: string;
  readonly field: FieldSchema;
  readonly required: boolean;
}

/** The questions that apply, in order, given what was answered so far. */
export function questionsOf(schema: FieldSchema, answers: Answers): Question[] {
  const rules = readRules({ ...schema });
  const needed = requiredOf({ ...schema });
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const { applies, required } = standingOf(name, rules, answers);
    return field.readOnly || !applies ? [] : [{ name, field, required: required || needed.includes(name) }];
  });
}

/** The answers that belong to a question which applies; the others are no answers any more. */
export function applying(schema: FieldSchema, answers: Answers): Answers {
  const names = questionsOf(schema, answers).map(({ name }) => name);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));
}
