import { tellCheck } from '../describeView.ts';
import { common, when } from './choices.ts';
import { handOut } from './handOut.ts';
import { back } from './prompts.ts';
import { type Screen, send, sendOrTell } from './talk.ts';

/** The closing tasks, one after the other. */
export const closeTasks: Screen = async (talk, view) => {
  const { prompts } = talk;
  const task = view.tasks.find(({ state }) => state === 'open');
  if (!task) return send(talk, view, { type: 'recheck' });
  const seen = view.checks.filter(({ status }) => status !== 'passed');
  const left = view.tasks.filter(({ state }) => state === 'open').length;
  prompts.say.page([`${task.title} (${left} to go)`, task.detail, ...seen.map(tellCheck)].join('\n'));
  if (task.script) prompts.say.plain(task.script);
  const outcome = await prompts.select('What became of it?', [
    { value: 'done', label: 'It is done' },
    { value: 'skipped', label: 'Skip it' },
    { value: 'failed', label: 'It failed' },
    { value: 'recheck', label: 'Look again at what is installed' },
    { value: 'later', label: 'Leave the tasks for now' },
    ...when(view.holdsSecret, common.secret),
  ]);
  if (outcome === back || outcome === 'later') return 'later';
  if (outcome === 'secret') return handOut(talk, view);
  if (outcome === 'recheck') return send(talk, view, { type: 'recheck' });
  if (outcome === 'done') return sendOrTell(talk, view, { type: 'complete', task: task.id, outcome });
  const reason = await prompts.text('Why? (may be left out)', {});
  if (reason === back) return view;
  const told = (reason ?? '').trim();
  return sendOrTell(talk, view, { type: 'complete', task: task.id, outcome, ...(told !== '' && { reason: told }) });
};
