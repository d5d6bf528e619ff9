import { capitalize, words as inEnglish } from '../../view/words.ts';
import type { Status } from './api/view.ts';
import { say, sayName } from './language/say.ts';

/** A name of ours in plain words of the user's language. */
export function words(name: string): string {
  return sayName(spelledOut(name));
}

/** A name of ours in plain English: `databaseBackupWarning` is "Database backup warning". */
export function spelledOut(name: string): string {
  return capitalize(inEnglish(name.replace(/-/g, ' ')));
}

/** What an installation is called among others, also where nobody has given it a name. */
export function nameOf({ name, id }: { readonly name: string | null; readonly id: string }): string {
  return name ?? say('Installation {id}', { id: id.slice(0, 8) });
}

/** What an installation is doing. */
export const statusWords: Readonly<Record<Status | 'damaged', string>> = {
  asking: say('In progress'),
  checking: say('Checking'),
  warning: say('In progress'),
  error: say('In progress'),
  ready: say('Ready to install'),
  installing: say('Installing'),
  failed: say('Failed'),
  postInstallation: say('Closing tasks'),
  finished: say('Finished'),
  cancelled: say('Cancelled'),
  damaged: say('Damaged'),
};

/** The title of the window, for what it shows. */
export function titled(what: string): string {
  return `${what} – MIM Setup`;
}
