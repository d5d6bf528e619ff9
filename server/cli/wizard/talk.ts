import type { View } from '../../view/view.ts';
import type { Api } from '../api.ts';
import { Refused } from '../problems.ts';
import type { Prompts } from './prompts.ts';

/** A conversation about one installation. */
export interface Talk {
  readonly api: Api;
  readonly prompts: Prompts;
  readonly leave: AbortSignal;
  /** How the command line is called, for hints. */
  readonly called: string;
}

/** What a screen leads to: the installation as it is then; or the user leaves it for now. */
export type Turn = View | 'later';

/** One kind of screen, asked in the terminal. */
export type Screen = (talk: Talk, view: View) => Promise<Turn>;

/**
 * Sends an event for what is on screen. Where the installation has moved on meanwhile, or refuses, the user is told, and the
 * installation as it is now comes back.
 *
 * @throws {Refused} `invalid-answers`, for the page to ask again.
 */
export async function send({ api, prompts }: Talk, { id, revision }: View, event: object): Promise<View> {
  try {
    return await api.send(id, event, revision);
  } catch (error) {
    if (!(error instanceof Refused) || error.details.code === 'invalid-answers') throw error;
    if (error.details.status === 404 && (await gone(api, id))) throw error;
    tellRefusal(prompts, error);
    return api.view(id);
  }
}

/** Sends an event as {@link send} does; where its answers are not valid, the user is told why, and asked again. */
export async function sendOrTell(talk: Talk, view: View, event: object): Promise<View> {
  try {
    return await send(talk, view, event);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    talk.prompts.say.error(error.details.detail);
    return view;
  }
}

/** Tells what was refused, and why. */
export function tellRefusal({ say }: Prompts, { details }: Refused): void {
  say.error([details.title, details.detail].join('\n'));
}

async function gone(api: Api, id: string): Promise<boolean> {
  return api.view(id).then(
    () => false,
    () => true,
  );
}
