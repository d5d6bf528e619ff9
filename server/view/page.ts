import type { WizardContext } from '../../machines/chart/context.ts';
import { phaseOf } from '../../machines/chart/flow.ts';
import { isPageId, pageOf, type ScreenId, screens } from '../../machines/pages/screens.ts';
import { waysOf } from '../../machines/plan/applicationWays.ts';
import { notesOf, remarksOn } from '../../machines/plan/notes.ts';
import { planOf } from '../../machines/plan/plan.ts';
import { isKnown, type Settlements } from '../../machines/plan/settledProperties.ts';
import type { Row } from '../store/rows.ts';
import { formOf, noForm } from './form.ts';
import { screenWords } from './screenWords.ts';

/** What is on screen. */
export function pageView(context: WizardContext, screen: ScreenId, settlements: Settlements = {}, mode: Row['mode'] = 'live') {
  const { kind, subtitle, step } = screens[screen];
  const { title, text } = screenWords(context, screen, mode);
  return {
    id: screen,
    kind,
    phase: phaseOf(screen),
    title,
    subtitle,
    guide: { step, text },
    ...(isPageId(screen) ? formOf(context, screen) : noForm),
    notes: [...notesOf(context), ...(screen === 'ready' ? uncertaintiesOf(context, settlements) : [])],
    remarks: remarksOn(context, screen),
    ways: waysOf(context, screen),
    presets: isPageId(screen) ? (pageOf(screen).presets ?? []) : [],
  };
}

/** Every property of the plan that is a guess, or that nobody knows how to pass on, and that nothing has settled. */
function uncertaintiesOf(context: WizardContext, settlements: Settlements) {
  return planOf(context, 'ready', settlements).properties.flatMap(({ name, page, provenance, note }) =>
    isKnown(provenance)
      ? []
      : [{ code: `${provenance}-property`, message: note ? `${name}: ${note}` : name, page: page ?? ('ready' as const) }],
  );
}
