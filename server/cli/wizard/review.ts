import { writeFile } from 'node:fs/promises';
import type { PlanView } from '../../plan/forms.ts';
import type { View } from '../../view/view.ts';
import { describePlan } from '../describePlan.ts';
import { runsElsewhere, tellCheck } from '../describeView.ts';
import { changePage } from './changePage.ts';
import { common, doneScreens, when } from './choices.ts';
import { giveToRunner } from './chooseRunner.ts';
import { handOut } from './handOut.ts';
import { overrideCheck, overridesOf } from './mendFailedCheck.ts';
import { back, type Choice, unlessEmpty } from './prompts.ts';
import { reportOutcome } from './reportOutcome.ts';
import { sendListing, settle } from './settle.ts';
import { type Screen, send, type Talk } from './talk.ts';

/** The review: the plan, what stands against it, and nothing is touched before Install is chosen. */
export const review: Screen = async (talk, view) => {
  const { api, prompts, called } = talk;
  const plan = JSON.parse(await api.plan(view.id, 'json')) as PlanView;
  prompts.say.page([view.page.title, view.page.guide.text].join('\n'));
  prompts.say.plain(describePlan(plan, called).join('\n'));
  const failed = view.checks.filter(({ status }) => status === 'failed');
  if (failed.length > 0) prompts.say.error(['Checks that hold the installation back:', ...failed.map(tellCheck)].join('\n'));
  const choice = await prompts.select('How do you want to go on?', choicesOf(view));
  switch (choice) {
    case 'install':
    case 'recheck':
      return send(talk, view, { type: choice });
    case back:
    case 'back':
      return send(talk, view, { type: 'back' });
    case 'change':
      return changePage(talk, view);
    case 'revisit':
      return revisit(talk, view);
    case 'runner':
      return giveToRunner(talk, view);
    case 'settle':
      return settle(talk, view);
    case 'listing':
      return sendListing(talk, view);
    case 'answers':
      return save(talk, view, 'answers.yaml', (path) => api.answers(view.id).then((text) => writeFile(path, text)));
    case 'script':
      return save(talk, view, 'install.ps1', (path) => api.plan(view.id, 'ps1').then((text) => writeFile(path, text)));
    case 'secret':
      return handOut(talk, view);
    case 'report':
      return reportOutcome(talk, view);
    case 'later':
      return 'later';
    case 'cancel':
      return cancel(talk, view);
    default:
      return overrideCheck(talk, view, choice);
  }
};

/** Goes back to a page that the user picks. */
export async function revisit(talk: Talk, view: View): Promise<View> {
  const choices = doneScreens(view, ({ page }) => view.trail.includes(page));
  const page = await talk.prompts.select('Which page?', choices);
  return page === back ? view : send(talk, view, { type: 'revisit', page });
}

/** Calls the installation off, once more asked. */
export async function cancel(talk: Talk, view: View): Promise<View> {
  const sure = await talk.prompts.confirm('Call this installation off? Its secrets are destroyed.', 'Yes, call it off');
  return sure ? send(talk, view, { type: 'cancel' }) : view;
}

function choicesOf(view: View): Choice<string>[] {
  const { can } = view;
  const elsewhere = runsElsewhere(view);
  return [
    ...when(can.includes('install'), { value: 'install', label: 'Install' }),
    ...when(elsewhere, { value: 'script', label: 'Save the script that installs on the server' }),
    ...when(elsewhere, { value: 'report', label: 'Report how the script ended' }),
    ...when(elsewhere && view.holdsSecret, common.secret),
    ...when(can.includes('recheck'), { value: 'recheck', label: 'Repeat the checks' }),
    ...overridesOf(view),
    ...when(can.includes('settle'), { value: 'settle', label: 'Settle an answer by what the package asks' }),
    ...when(view.openAnswers.length > 0, { value: 'listing', label: 'Tell what the package asks, by its listing' }),
    ...when(view.mode === 'live', { value: 'runner', label: 'Install on another server' }),
    ...when(can.includes('change'), common.change),
    { value: 'back', label: 'Back' },
    common.revisit,
    { value: 'answers', label: 'Save the answers to a file' },
    common.later,
    { value: 'cancel', label: 'Call the installation off' },
  ];
}

async function save({ prompts }: Talk, view: View, name: string, write: (path: string) => Promise<void>): Promise<View> {
  const path = await prompts.text('Write to which file?', {
    initial: name,
    check: unlessEmpty('Name a file.'),
  });
  if (path === back) return view;
  await write(path).then(
    () => prompts.say.done(`Written to ${path}, without secrets.`),
    (error: NodeJS.ErrnoException) => prompts.say.error(`${path} cannot be written: ${error.code ?? error.message}.`),
  );
  return view;
}
