import type { WizardContext } from '../../machines/context.ts';
import { factsOf } from '../../machines/facts.ts';
import { applies } from '../../machines/judge.ts';
import { phaseOf } from '../../machines/outline.ts';
import { pageSchema } from '../../machines/pageSchema.ts';
import type { Applies } from '../../machines/pages/definePage.ts';
import { isPageId, type PageId, pageOf, type ScreenId, screens } from '../../machines/pages/index.ts';
import { planOf } from '../../machines/plan.ts';
import { mapSecretRefs } from '../../machines/secretFields.ts';
import type { Settlements } from '../../machines/settle.ts';

/** What is on screen. */
export function pageView(context: WizardContext, screen: ScreenId, settlements: Settlements = {}) {
  const { kind, title, subtitle, step, guidance } = screens[screen];
  const facts = factsOf(context.answers);
  return {
    id: screen,
    kind,
    phase: phaseOf(screen),
    title,
    subtitle,
    guide: { step, text: guidance },
    schema: isPageId(screen) ? pageSchema(pageOf(screen), facts) : {},
    answers: isPageId(screen) ? proposalsFor(context, screen) : {},
    notes: [...notesOf(context), ...(screen === 'ready' ? uncertaintiesOf(context, settlements) : [])],
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

/** Everything that the guide remarks about the answers so far, and about this page. */
function notesOf(context: WizardContext) {
  const facts = factsOf(context.answers);
  const notes = context.trail.filter(isPageId).flatMap((page) => {
    const given: Record<string, unknown> = { ...(context.answers[page] ?? context.proposals[page]) };
    return (pageOf(page).notes ?? [])
      .filter(({ when }) => applies(when, given, facts))
      .map(({ code, message }) => ({ code, message, page }));
  });
  return notes.filter(({ code }, at) => notes.findIndex((note) => note.code === code) === at);
}

/** Every property of the plan that is a guess, or that nobody knows how to pass on, and that configuration has not settled. */
function uncertaintiesOf(context: WizardContext, settlements: Settlements) {
  return planOf(context, 'ready', settlements).properties.flatMap(({ name, page, provenance, note }) =>
    provenance === 'documented'
      ? []
      : [{ code: `${provenance}-property`, message: note ? `${name}: ${note}` : name, page: page ?? ('ready' as const) }],
  );
}

/** A copy without secrets: each stands as kept. */
export function redact<T>(value: T): unknown {
  return mapSecretRefs(value, () => ({ kept: true }));
}
