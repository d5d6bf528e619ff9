import type { View } from '../../view/view.ts';
import type { Choice } from './prompts.ts';

/** Ways to go on that several screens offer. */
export const common = {
  change: { value: 'change', label: 'Change the answers of a page' },
  revisit: { value: 'revisit', label: 'Go to a page' },
  secret: { value: 'secret', label: 'Have the registered client secret handed out' },
  later: { value: 'later', label: 'Leave it for now' },
} as const satisfies Record<string, Choice<string>>;

/** A choice among others, where it is open; nothing, where it is not. */
export function when(isOpen: boolean, choice: Choice<string>): Choice<string>[] {
  return isOpen ? [choice] : [];
}

/** The screens that are done, as choices, of those that `counts` takes. */
export function doneScreens({ outline }: View, counts: (screen: View['outline'][number]) => boolean): Choice<string>[] {
  return outline
    .filter((screen) => screen.state === 'done' && counts(screen))
    .map(({ page, title, subtitle }) => ({ value: page, label: subtitle || title, hint: page }));
}
