import { runsElsewhere, tellProblem } from '../describeView.ts';
import { changePage } from './changePage.ts';
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
    ...(can.includes('retry') ? [{ value: 'retry', label: 'Try again with the same answers' }] : []),
    ...(runsElsewhere(view) ? [{ value: 'report', label: 'Report how another run of the script ended' }] : []),
    ...(can.includes('back') ? [{ value: 'back', label: 'Back to the review' }] : []),
    ...(can.includes('change') ? [{ value: 'change', label: 'Change the answers of a page' }] : []),
    ...(can.includes('revisit') ? [{ value: 'revisit', label: 'Go to a page' }] : []),
    { value: 'later', label: 'Leave it for now' },
    ...(can.includes('cancel') ? [{ value: 'cancel', label: 'Give up' }] : []),
  ]);
  if (choice === 'retry') return send(talk, view, { type: 'retry' });
  if (choice === 'report') return reportOutcome(talk, view);
  if (choice === 'change') return changePage(talk, view);
  if (choice === 'revisit') return revisit(talk, view);
  if (choice === 'cancel') return cancel(talk, view);
  if (choice === back || choice === 'back') return can.includes('back') ? send(talk, view, { type: 'back' }) : view;
  return 'later';
};
