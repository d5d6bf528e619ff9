import type { View } from '../../view/view.ts';
import { openLog } from '../openLog.ts';
import { Refused } from '../problems.ts';
import { Misuse } from '../surroundings.ts';
import { back } from './prompts.ts';
import type { Talk } from './talk.ts';

/** Takes over how an installer ended that ran elsewhere by the script of the plan. */
export async function reportOutcome({ api, prompts }: Talk, view: View): Promise<View> {
  const exitCode = await prompts.text('Exit code of the script', {
    sample: 'such as 0, 1603 or 3010',
    check: (text) => (/^-?\d{1,10}$/.test(text.trim()) ? undefined : 'Enter a whole number.'),
  });
  if (exitCode === back) return view;
  const path = await prompts.text('Path of its log (may be left out)', {});
  if (path === back) return view;
  try {
    const log = (path ?? '').trim() === '' ? undefined : await openLog(path.trim());
    return await api.report(view.id, Number(exitCode), log);
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Misuse)) throw error;
    prompts.say.error(error.message);
    return view;
  }
}
