import { isPageId } from '../../../machines/pages/screens.ts';
import type { View } from '../../view/view.ts';
import { askUntilTaken } from './askUntilTaken.ts';
import { back } from './prompts.ts';
import type { Talk } from './talk.ts';

/** Other answers for a page that the user picks. Everything else stays as far as it still holds. */
export async function changePage(talk: Talk, view: View): Promise<View> {
  const choices = view.outline
    .filter(({ state, page, answers }) => state === 'done' && answers === 'counted' && isPageId(page))
    .map(({ page, title, subtitle }) => ({ value: page as string, label: subtitle || title, hint: page }));
  const chosen = await talk.prompts.select('Which page?', choices);
  if (chosen === back) return view;
  const { page, checks } = await talk.api.pageBehind(view.id, chosen);
  talk.prompts.say.page([page.title, page.subtitle, page.guide.text].filter(Boolean).join('\n'));
  return (await askUntilTaken(talk, { ...view, page, checks, problems: [] }, 'change')) ?? view;
}
