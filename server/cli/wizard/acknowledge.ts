import { tellProblem } from '../describeView.ts';
import { when } from './choices.ts';
import { back } from './prompts.ts';
import { type Screen, send } from './talk.ts';

/** A warning: the way back is the one that lies under the finger. */
export const acknowledgeWarning: Screen = async (talk, view) => {
  const { page, tasks, can } = view;
  const told = tasks.map(({ title, detail }) => `${title}: ${detail}`);
  talk.prompts.say.warning([page.title, page.guide.text, ...told].join('\n'));
  for (const { script } of tasks) if (script) talk.prompts.say.plain(script);
  const answer = await talk.prompts.select(
    'How do you want to go on?',
    [
      ...when(can.includes('back'), { value: 'back', label: 'Back' }),
      { value: 'next', label: 'Next', hint: 'I know what this means' },
    ],
    'back',
  );
  if (answer === 'next') return send(talk, view, { type: 'acknowledge', page: page.id });
  return can.includes('back') ? send(talk, view, { type: 'back' }) : view;
};

/** An error box: its only answer is OK, which leads back to its page. */
export const acknowledgeError: Screen = async (talk, view) => {
  const { page, problems } = view;
  talk.prompts.say.error([page.title, page.guide.text, ...problems.map(tellProblem)].join('\n'));
  const answer = await talk.prompts.select('', [{ value: 'ok', label: 'OK' }]);
  return answer === back || answer === 'ok' ? send(talk, view, { type: 'acknowledge', page: page.id }) : view;
};
