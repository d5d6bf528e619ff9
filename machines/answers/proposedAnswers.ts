import { readRules, standingOf } from '../vocabulary/fieldRules.ts';
import type { JsonSchema } from './pageSchema.ts';

type Answers = Readonly<Record<string, unknown>>;

/**
 * The answers, and what is proposed for each field that has to be answered and is not yet, as far as it applies. What may be left out
 * stays out.
 *
 * @param schema of the page's form.
 */
export function withProposals(schema: JsonSchema, given: Answers): Answers {
  const { properties = {}, required = [] } = schema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  const rules = readRules(schema);
  const answers = { ...given };
  for (const [field, { default: proposed, readOnly }] of Object.entries(properties)) {
    if (answers[field] !== undefined || proposed === undefined || readOnly === true) continue;
    const standing = standingOf(field, rules, answers);
    if (standing.required || (standing.applies && required.includes(field))) answers[field] = proposed;
  }
  return answers;
}
