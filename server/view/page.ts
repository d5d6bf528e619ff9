import { formSchema } from '../../machines/answers/formSchema.ts';
import { stillApplying } from '../../machines/answers/judgeAgain.ts';
import type { JsonSchema } from '../../machines/answers/pageSchema.ts';
import { withProposals } from '../../machines/answers/proposedAnswers.ts';
import { isKept, mapSecretFields, mapSecretRefs, secretAt, secretPaths } from '../../machines/answers/secretFields.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import { phaseOf } from '../../machines/chart/flow.ts';
import { isPageId, type PageId, pageOf, type ScreenId, screens } from '../../machines/pages/screens.ts';
import { notesOf, remarksOn } from '../../machines/plan/notes.ts';
import { planOf } from '../../machines/plan/plan.ts';
import { isKnown, type Settlements } from '../../machines/plan/settledProperties.ts';
import { waysOf } from '../../machines/plan/ways.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import type { Row } from '../store/rows.ts';
import { jsonFormsLayout } from './jsonFormsLayout.ts';
import { screenWords } from './screenWords.ts';
import { uiSchemaOf } from './uiSchema.ts';

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

/** What a page asks, as libraries of forms take it, and what was answered or is proposed. */
function formOf(context: WizardContext, page: PageId) {
  const { fields } = pageOf(page);
  const given = givenFor(context, page);
  const kept = new Set(secretPaths(fields).filter((path) => secretAt(given, path) !== undefined));
  const schema = formSchema(pageOf(page), { facts: factsOf(context.answers), kept });
  const answers = withProposals(schema, redact(given) as Readonly<Record<string, unknown>>);
  return {
    schema,
    answers,
    ...layoutsOf(schema, kept),
    formData: mapSecretFields(fields, answers, (value) => (isKept(value) ? undefined : value)) as typeof answers,
  };
}

/** How libraries of forms lay a page out: made once for each form that its page takes. */
function layoutsOf(schema: JsonSchema, kept: ReadonlySet<string>) {
  const known = layouts.get(schema);
  if (known) return known;
  const made = { uiSchema: uiSchemaOf(schema, kept), jsonForms: jsonFormsLayout(schema) };
  layouts.set(schema, made);
  return made;
}

const layouts = new WeakMap<JsonSchema, { readonly uiSchema: JsonSchema; readonly jsonForms: JsonSchema }>();

const noForm: ReturnType<typeof formOf> = { schema: {}, answers: {}, uiSchema: {}, jsonForms: jsonFormsLayout({}), formData: {} };

/** What was typed here before, as far as it still applies. */
function givenFor(context: WizardContext, page: PageId) {
  return stillApplying(page, context.answers[page] ?? context.proposals[page] ?? {}, factsOf(context.answers));
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
