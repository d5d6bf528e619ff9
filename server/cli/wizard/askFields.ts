import type { FieldSchema } from '../../../machines/answers/pageSchema.ts';
import { askField } from './askField.ts';
import { back, type Prompts } from './prompts.ts';
import { type Answers, applying, type Question, questionsOf } from './questions.ts';

/**
 * Asks the questions of a page one after the other. Esc leads to the question before, and from the first one it is `back`.
 *
 * @param only asks these fields alone, and those that begin to apply by their answers.
 */
export async function askFields(
  prompts: Prompts,
  schema: FieldSchema,
  before: Answers,
  only?: ReadonlySet<string>,
): Promise<Answers | typeof back> {
  const asked: string[] = [];
  let answers = { ...before };
  for (;;) {
    const question = questionsOf(schema, answers).find((one) => !asked.includes(one.name) && isDue(one, answers, only));
    if (!question) return applying(schema, answers);
    const answer = await ask(prompts, question, answers[question.name]);
    if (answer !== back) {
      asked.push(question.name);
      answers = withAnswer(answers, question.name, answer);
    } else if (asked.pop() === undefined) return back;
  }
}

function isDue({ name, required }: Question, answers: Answers, only: ReadonlySet<string> | undefined): boolean {
  return only === undefined || only.has(name) || (required && answers[name] === undefined);
}

/** A field that holds fields of its own is asked only if the user wants it. */
async function ask(prompts: Prompts, question: Question, before: unknown): Promise<unknown> {
  const { field, name } = question;
  if (field.type !== 'object') return askField(prompts, question, before);
  for (;;) {
    const wanted = await askField(prompts, { ...question, field: optIn(field, name), required: true }, before !== undefined);
    if (wanted === back || wanted === false) return wanted === back ? back : undefined;
    const inner = await askFields(prompts, field, { ...(before as Answers | undefined) });
    if (inner !== back) return inner;
  }
}

function optIn({ title, description }: FieldSchema, name: string): FieldSchema {
  return { type: 'boolean', title: title ?? name, ...(description !== undefined && { description }), default: false };
}

function withAnswer(answers: Answers, name: string, answer: unknown): Answers {
  const { [name]: _, ...rest } = answers;
  return answer === undefined ? rest : { ...rest, [name]: answer };
}
