import { formSchema } from '../../machines/answers/formSchema.ts';
import { stillApplying } from '../../machines/answers/judgeAgain.ts';
import type { JsonSchema } from '../../machines/answers/pageSchema.ts';
import { withProposals } from '../../machines/answers/proposedAnswers.ts';
import { isKept, mapSecretFields, secretAt, secretPaths } from '../../machines/answers/secretFields.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import { type PageId, pageOf } from '../../machines/pages/screens.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { jsonFormsLayout } from './jsonFormsLayout.ts';
import { offeredFor } from './offered.ts';
import { redact } from './redact.ts';
import { uiSchemaOf } from './uiSchema.ts';
import { capitalize, words } from './words.ts';

/** What a page asks, as libraries of forms take it, and what was answered or is proposed. */
export function formOf(context: WizardContext, page: PageId) {
  const { fields } = pageOf(page);
  const given = givenFor(context, page);
  const kept = new Set(secretPaths(fields).filter((path) => secretAt(given, path) !== undefined));
  const schema = formSchema(pageOf(page), { facts: factsOf(context.answers), kept });
  const offered = offeredFor(context, page);
  const begun = { ...Object.fromEntries(offered.map(({ field, value }) => [field, value])), ...(redact(given) as object) };
  const answers = withProposals(schema, begun);
  return {
    schema,
    answers,
    proposed: offered.map(({ field, page: from }) => ({
      field,
      from,
      message: `Proposed: as on the page “${capitalize(words(from))}”.`,
    })),
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

/** The form of a screen that asks nothing. */
export const noForm: ReturnType<typeof formOf> = {
  schema: {},
  answers: {},
  proposed: [],
  uiSchema: {},
  jsonForms: jsonFormsLayout({}),
  formData: {},
};

/** What was typed here before, as far as it still applies. */
function givenFor(context: WizardContext, page: PageId) {
  return stillApplying(page, context.answers[page] ?? context.proposals[page] ?? {}, factsOf(context.answers));
}
