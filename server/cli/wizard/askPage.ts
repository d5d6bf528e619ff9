import type { FieldSchema } from '../../../machines/answers/pageSchema.ts';
import type { View } from '../../view/view.ts';
import { tellProblem } from '../describeView.ts';
import { askUntilTaken, labelOf } from './askUntilTaken.ts';
import { mendFailedCheck } from './mendFailedCheck.ts';
import { back } from './prompts.ts';
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
  return (await askUntilTaken(talk, view, 'submit')) ?? goBack(talk, view);
};

function heading({ prompts }: Talk, view: View): void {
  const { page, step, problems, checks } = view;
  const title = page.subtitle ? `${page.title}\n${page.subtitle}` : page.title;
  prompts.say.page(`${title}\nStep ${step.index} of ${step.of} (Esc: back, Ctrl-C: leave)\n${page.guide.text}`);
  for (const { field, message } of page.proposed) prompts.say.note(`${labelOf(page.schema as FieldSchema, field)}. ${message}`);
  for (const { message, page: of } of page.notes) if (of === page.id) prompts.say.note(message);
  const change = view.change?.asks.find((one) => one.page === page.id);
  if (view.change && change) prompts.say.note(tellChange(view.change.page, change));
  const untold = problems.filter(({ detail }) => !checks.some(({ message }) => detail.startsWith(message)));
  if (untold.length > 0) prompts.say.error(untold.map(tellProblem).join('\n'));
}

async function goBack(talk: Talk, view: View): Promise<View> {
  if (view.can.includes('back')) return send(talk, view, { type: 'back' });
  talk.prompts.say.note('This is the first page. Ctrl-C leaves.');
  return view;
}

/** Why a page is asked while earlier answers are being changed. */
function tellChange(changed: string, { problems }: NonNullable<View['change']>['asks'][number]): string {
  const why = problems.map(({ message }) => message).join(' ');
  return `The answers of ${changed} were changed. ${why ? `What was answered here does not hold any more: ${why}` : 'This page has to be answered.'}`;
}
