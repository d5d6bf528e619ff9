import type { View } from '../../view/view.ts';
import { tellProblem } from '../describeView.ts';
import { Refused } from '../problems.ts';
import { askFields } from './askFields.ts';
import { mendFailedCheck } from './mendFailedCheck.ts';
import { back } from './prompts.ts';
import { type Answers, type FieldSchema, type Question, questionsOf } from './questions.ts';
import { registerApplication, tellWay, wantsToRegister } from './registerApplication.ts';
import { type Screen, send, type Talk } from './talk.ts';

/** A page: what it is about, its questions, and again those that are refused. */
export const askPage: Screen = async (talk, view) => {
  const { prompts } = talk;
  heading(talk, view);
  const mended = await mendFailedCheck(talk, view);
  if (mended) return mended;
  if (view.page.ways.length > 0) {
    const wish = await wantsToRegister(prompts, view);
    if (wish === back) return goBack(talk, view);
    const way = view.page.ways.find(({ code }) => code === wish);
    if (way) tellWay(talk, way);
    if (wish === 'register') return registerApplication(talk, view);
    if (way) return view;
  }
  const schema = view.page.schema as FieldSchema;
  let answers = view.page.answers as Answers;
  let only: ReadonlySet<string> | undefined;
  for (;;) {
    const given = await askAll(talk, view, schema, answers, only);
    if (given === back) {
      if (only === undefined) return goBack(talk, view);
      only = undefined;
      continue;
    }
    try {
      return await send(talk, view, { type: 'submit', page: view.page.id, answers: given });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { errors = [] } = error.details;
      prompts.say.error(errors.map(({ field, message }) => `${labelOf(schema, field)}: ${message}`).join('\n'));
      answers = given;
      only = refusedAmong(
        questionsOf(schema, given),
        errors.map(({ field }) => field),
      );
    }
  }
};

/** The questions whose fields are refused; all of them, where something else is. */
function refusedAmong(questions: readonly Question[], fields: readonly string[]): ReadonlySet<string> | undefined {
  const names = new Set(fields.map((field) => field.split('.')[0] ?? ''));
  return [...names].every((name) => questions.some((question) => question.name === name)) ? names : undefined;
}

function heading({ prompts }: Talk, view: View): void {
  const { page, step, problems, checks } = view;
  const title = page.subtitle ? `${page.title}\n${page.subtitle}` : page.title;
  prompts.say.page(`${title}\nStep ${step.index} of ${step.of} (Esc: back, Ctrl-C: leave)\n${page.guide.text}`);
  for (const { message, page: of } of page.notes) if (of === page.id) prompts.say.note(message);
  const untold = problems.filter(({ detail }) => !checks.some(({ message }) => detail.startsWith(message)));
  if (untold.length > 0) prompts.say.error(untold.map(tellProblem).join('\n'));
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

async function goBack(talk: Talk, view: View): Promise<View> {
  if (view.can.includes('back')) return send(talk, view, { type: 'back' });
  talk.prompts.say.note('This is the first page. Ctrl-C leaves.');
  return view;
}

function labelOf(schema: FieldSchema, path: string): string {
  const [name = '', ...rest] = path.split('.');
  const field = schema.properties?.[name];
  if (!field) return path;
  return rest.length > 0 ? labelOf(field, rest.join('.')) : (field.title ?? name);
}
