import type { FieldSchema } from '../../../machines/answers/pageSchema.ts';
import type { View } from '../../view/view.ts';
import { Refused } from '../problems.ts';
import { askFields } from './askFields.ts';
import { back } from './prompts.ts';
import { type Answers, type Question, questionsOf } from './questions.ts';
import { send, type Talk } from './talk.ts';

/**
 * Asks the questions of a page, and again those that are refused, until its answers are taken; nothing, where the user wants back.
 *
 * @param type `submit` for the page on screen, `change` for one behind.
 */
export async function askUntilTaken(talk: Talk, view: View, type: 'submit' | 'change'): Promise<View | undefined> {
  const schema = view.page.schema as FieldSchema;
  let answers = view.page.answers as Answers;
  let only: ReadonlySet<string> | undefined;
  for (;;) {
    const given = await askAll(talk, view, schema, answers, only);
    if (given === back) {
      if (only === undefined) return undefined;
      only = undefined;
      continue;
    }
    try {
      return await send(talk, view, { type, page: view.page.id, answers: given });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { errors = [] } = error.details;
      talk.prompts.say.error(errors.map(({ field, message }) => `${labelOf(schema, field)}: ${message}`).join('\n'));
      answers = given;
      only = refusedAmong(
        questionsOf(schema, given),
        errors.map(({ field }) => field),
      );
    }
  }
}

/** The questions whose fields are refused; all of them, where something else is. */
function refusedAmong(questions: readonly Question[], fields: readonly string[]): ReadonlySet<string> | undefined {
  const names = new Set(fields.map((field) => field.split('.')[0] ?? ''));
  return [...names].every((name) => questions.some((question) => question.name === name)) ? names : undefined;
}

/** A page that asks nothing is gone past by Next. */
async function askAll({ prompts }: Talk, { can }: View, schema: FieldSchema, answers: Answers, only?: ReadonlySet<string>) {
  if (Object.keys(schema.properties ?? {}).length > 0) return askFields(prompts, schema, answers, only);
  const choice = await prompts.select('How do you want to go on?', [
    { value: 'next', label: 'Next' },
    ...(can.includes('back') ? [{ value: 'back', label: 'Back' }] : []),
  ]);
  return choice === 'next' ? {} : back;
}

/**
 * What a page calls a field; its path, where the page has none of this name.
 *
 * @param path dotted, for a field within a group.
 */
export function labelOf(schema: FieldSchema, path: string): string {
  const [name = '', ...rest] = path.split('.');
  const field = schema.properties?.[name];
  if (!field) return path;
  return rest.length > 0 ? labelOf(field, rest.join('.')) : (field.title ?? name);
}
