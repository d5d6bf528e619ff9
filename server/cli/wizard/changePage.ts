import { isPageId } from '../../../machines/pages/screens.ts';
import type { View } from '../../view/view.ts';
import { askUntilTaken } from './askUntilTaken.ts';
import { doneScreens } from './choices.ts';
import { back } from './prompts.ts';
import type { Talk } from './talk.ts';

/** Other answers for a page that the user picks. Everything else stays as far as it still holds. */
export async function changePage(talk: Talk, view: View): Promise<View> {
  const choices = doneScreens(view, ({ page, answers }) => answers === 'counted' && isPageId(page));
  const chosen = await talk.prompts.select('Which page?', choices);
  if (chosen === back) return view;
  const { page, checks } = await talk.api.pageBehind(view.id, chosen);
  talk.prompts.say.page([page.title, page.subtitle, page.guide.text].filter(Boolean).join('\n'));
  return (await askUntilTaken(talk, { ...view, page, checks, problems: [] }, 'change')) ?? view;
}
