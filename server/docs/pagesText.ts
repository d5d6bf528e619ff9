import { screenIds, showsIf } from '../../machines/chart/flow.ts';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { asksNothing, isPageId, pageOf, type ScreenId, screens } from '../../machines/pages/screens.ts';
import { code, table } from '../markdown/table.ts';
import { words } from '../view/words.ts';
import { describePage } from './describePage.ts';
import { fieldNames } from './fields.ts';

/** `docs/pages.md`: everything that can be on screen, in its order, and each page with its fields. */
export function pagesText(): string {
  return `# The pages

<!-- Generated from machines/pages by "npm run generate"; a test fails where it is stale. -->

Everything that can be on screen, in the order of the wizard. The guide is Microsoft's installation guide; "it" is the installation.
"Shows if" is empty where a page or a warning always shows, and for the stages from \`ready\` on, which come as they come. A page that
does not show is passed by and contributes nothing. [The flow](flow.md) has the ways between them, [the plan](plan.md) the installer's
properties that the answers become.

${table(['page', 'title', 'guide step', 'fields', 'shows if'], screenIds.map(rowOf))}

${screenIds
  .filter(isPageId)
  .filter((page) => !asksNothing(page))
  .map(describePage)
  .join('\n\n')}
`;
}

function rowOf(screen: ScreenId): string[] {
  const { title, subtitle, step } = screens[screen];
  const name = isPageId(screen) && !asksNothing(screen) ? `[${code(screen)}](#${screen.toLowerCase()})` : code(screen);
  return [
    name,
    subtitle ? `${title}: ${subtitle}` : title,
    step,
    isPageId(screen) ? fieldNames(pageOf(screen)) : '',
    shows(screen),
  ];
}

/** When a screen shows, in words; nothing for one that always does. */
function shows(screen: ScreenId): string {
  const question = showsIf(screen);
  if (question) return `it ${words(question)}`;
  if (screens[screen].kind === 'error') return `${pageBelow(screen, 'acknowledge')} meets this error`;
  if ('liesOverPage' in screens[screen]) return `registering on ${pageBelow(screen, 'back')} comes to it`;
  return '';
}

/** The page that an error box or a confirmation lies over, which the event leads back to. */
function pageBelow(screen: ScreenId, event: string): string {
  const [way] = wizardMachine.getStateNodeById(screen).transitions.get(event) ?? [];
  const [target] = way?.target ?? [];
  return code((target?.key === 'asking' ? target.parent?.id : target?.id) ?? '');
}
