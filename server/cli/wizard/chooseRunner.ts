import type { View } from '../../view/view.ts';
import { Refused } from '../problems.ts';
import { back } from './prompts.ts';
import type { Talk } from './talk.ts';

/**
 * Asks which server is installed on: that of a runner, by its name, or that of the service, which is null. Nothing is asked where there
 * are no runners.
 */
export async function chooseRunner({ api, prompts }: Pick<Talk, 'api' | 'prompts'>, present: string | null) {
  const { items } = await api.runners();
  if (items.length === 0) return null;
  const choices = [
    { value: '', label: 'The server that the service runs on' },
    ...items.map(({ name, state }) => ({ value: name, label: name, hint: state })),
  ];
  const chosen = await prompts.select('Which server do you want to install on?', choices, present ?? '');
  return chosen === back ? back : chosen || null;
}

/** Gives an installation to another server's runner, or back to the service; everything of the server is checked anew there. */
export async function giveToRunner(talk: Talk, view: View): Promise<View> {
  const { api, prompts, called } = talk;
  const { id, runner: present } = view;
  const runner = await chooseRunner(talk, present);
  if (runner === null && present === null)
    prompts.say.note(`There is no other: a runner is enrolled by ${called} runner enroll.`);
  if (runner === back || runner === present) return view;
  return await api.assign(id, runner).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    prompts.say.error(error.details.detail);
    return api.view(id);
  });
}
