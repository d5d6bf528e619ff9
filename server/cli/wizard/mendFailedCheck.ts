import type { View } from '../../view/view.ts';
import { tellCheck } from '../describeView.ts';
import { when } from './choices.ts';
import { back, unlessEmpty } from './prompts.ts';
import { send, type Talk } from './talk.ts';

/** What can be done about checks that failed; nothing, where none did, or where the answers shall be changed. */
export async function mendFailedCheck(talk: Talk, view: View): Promise<View | undefined> {
  const failed = view.checks.filter(({ status }) => status === 'failed');
  if (failed.length === 0 || !view.can.includes('recheck')) return undefined;
  talk.prompts.say.error(failed.map(tellCheck).join('\n'));
  const answer = await talk.prompts.select(
    'How do you want to go on?',
    [
      { value: 'change', label: 'Change the answers' },
      { value: 'recheck', label: 'Repeat the check' },
      ...overridesOf(view),
      ...when(view.can.includes('back'), { value: 'back', label: 'Back' }),
    ],
    view.problems.some(({ field }) => field !== undefined) ? 'change' : 'recheck',
  );
  if (answer === back || answer === 'back') return view.can.includes('back') ? send(talk, view, { type: 'back' }) : view;
  if (answer === 'recheck') return send(talk, view, { type: 'recheck' });
  return answer === 'change' ? undefined : overrideCheck(talk, view, answer);
}

/** Failed checks that somebody may answer for, as choices. */
export function overridesOf({ checks, can }: View): { value: string; label: string }[] {
  if (!can.includes('override')) return [];
  return checks
    .filter(({ status, overridable }) => status === 'failed' && overridable)
    .map(({ id, title }) => ({ value: `override ${id}`, label: `Go on although this failed: ${title}` }));
}

/** Asks for the reason, which goes to the journal and the closing report. */
export async function overrideCheck(talk: Talk, view: View, choice: string): Promise<View> {
  const reason = await talk.prompts.text('Why does this not matter? The reason is kept with your name.', {
    check: unlessEmpty('Give a reason.'),
  });
  return reason === back ? view : send(talk, view, { type: 'override', check: choice.replace('override ', ''), reason });
}
