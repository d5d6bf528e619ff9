import { runsElsewhere, tellProblem } from '../describeView.ts';
import { changePage } from './changePage.ts';
import { common, when } from './choices.ts';
import { back } from './prompts.ts';
import { reportOutcome } from './reportOutcome.ts';
import { cancel, revisit } from './review.ts';
import { type Screen, send } from './talk.ts';

/** The installer failed: what it said, and what can be done. Nothing is asked twice. */
export const afterFailure: Screen = async (talk, view) => {
  const { prompts } = talk;
  const { page, problems, can } = view;
  prompts.say.error([page.title, ...problems.map(tellProblem)].join('\n'));
  const choice = await prompts.select('How do you want to go on?', [
    ...when(can.includes('retry'), { value: 'retry', label: 'Try again with the same answers' }),
    ...when(runsElsewhere(view), { value: 'report', label: 'Report how another run of the script ended' }),
    ...when(can.includes('back'), { value: 'back', label: 'Back to the review' }),
    ...when(can.includes('change'), common.change),
    ...when(can.includes('revisit'), common.revisit),
    common.later,
    ...when(can.includes('cancel'), { value: 'cancel', label: 'Give up' }),
  ]);
  if (choice === 'retry') return send(talk, view, { type: 'retry' });
  if (choice === 'report') return reportOutcome(talk, view);
  if (choice === 'change') return changePage(talk, view);
  if (choice === 'revisit') return revisit(talk, view);
  if (choice === 'cancel') return cancel(talk, view);
  if (choice === back || choice === 'back') return can.includes('back') ? send(talk, view, { type: 'back' }) : view;
  return 'later';
};
