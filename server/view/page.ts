import { applies } from '../../machines/answers/judgeAnswers.ts';
import { pageSchema } from '../../machines/answers/pageSchema.ts';
import { mapSecretRefs } from '../../machines/answers/secretFields.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import { phaseOf } from '../../machines/chart/flow.ts';
import type { Applies } from '../../machines/pages/definePage.ts';
import { isPageId, type PageId, pageOf, type ScreenId, screens } from '../../machines/pages/screens.ts';
import { notesOf, remarksOn } from '../../machines/plan/notes.ts';
import { planOf } from '../../machines/plan/plan.ts';
import { isKnown, type Settlements } from '../../machines/plan/settledProperties.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import type { Row } from '../store/rows.ts';
import { screenWords } from './screenWords.ts';

/** What is on screen. */
export function pageView(context: WizardContext, screen: ScreenId, settlements: Settlements = {}, mode: Row['mode'] = 'live') {
  const { kind, subtitle, step } = screens[screen];
  const { title, text } = screenWords(context, screen, mode);
  const facts = factsOf(context.answers);
  return {
    id: screen,
    kind,
    phase: phaseOf(screen),
    title,
    subtitle,
    guide: { step, text },
    schema: isPageId(screen) ? pageSchema(pageOf(screen), facts) : {},
    answers: isPageId(screen) ? proposalsFor(context, screen) : {},
    notes: [...notesOf(context), ...(screen === 'ready' ? uncertaintiesOf(context, settlements) : [])],
    remarks: remarksOn(context, screen),
    presets: isPageId(screen) ? (pageOf(screen).presets ?? []) : [],
  };
}

/** What was typed here before, as far as it still applies; a secret only as kept. */
function proposalsFor(context: WizardContext, page: PageId) {
  const facts = factsOf(context.answers);
  const given: Record<string, unknown> = { ...(context.answers[page] ?? context.proposals[page]) };
  const rules = (pageOf(page).applies ?? {}) as Record<string, Applies>;
  const left = Object.entries(given).filter(([field]) => !rules[field] || applies(rules[field].when, given, facts));
  return redact(Object.fromEntries(left));
}

/** Every property of the plan that is a guess, or that nobody knows how to pass on, and that nothing has settled. */
function uncertaintiesOf(context: WizardContext, settlements: Settlements) {
  return planOf(context, 'ready', settlements).properties.flatMap(({ name, page, provenance, note }) =>
    isKnown(provenance)
      ? []
      : [{ code: `${provenance}-property`, message: note ? `${name}: ${note}` : name, page: page ?? ('ready' as const) }],
  );
}

/** A copy without secrets: each stands as kept. */
export function redact<T>(value: T): unknown {
  return mapSecretRefs(value, () => ({ kept: true }));
}
