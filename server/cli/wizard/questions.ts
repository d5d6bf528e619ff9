import type { FieldSchema } from '../../../machines/answers/pageSchema.ts';
import { readRules, requiredOf, standingOf } from '../../../machines/vocabulary/fieldRules.ts';

/** A page's answers by field, while they are given. */
export type Answers = Record<string, unknown>;

/** A question of a page: one field, that applies as things stand. */
export interface Question {
  readonly name: string;
  readonly field: FieldSchema;
  readonly required: boolean;
}

/** The questions that apply, in order, given what was answered so far. */
export function questionsOf(schema: FieldSchema, answers: Answers): Question[] {
  const rules = readRules(schema);
  const needed = requiredOf(schema);
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
