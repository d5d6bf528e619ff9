import type { View } from '../../view/view.ts';
import { Refused } from '../problems.ts';
import { back, unlessEmpty } from './prompts.ts';
import { type Talk, tellRefusal } from './talk.ts';

/** Has the client secret handed out that was registered here: once, and with a reason, which stands in the journal. */
export async function handOut({ api, prompts }: Talk, view: View): Promise<View> {
  const reason = await prompts.text('What is it for? The reason is kept with your name, and the secret shows once.', {
    check: unlessEmpty('Give a reason.'),
  });
  if (reason === back) return view;
  try {
    prompts.say.plain(await api.handOut(view.id, reason));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tellRefusal(prompts, error);
  }
  return api.view(view.id);
}
