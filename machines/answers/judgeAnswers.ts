import type { z } from 'zod';
import type { Applies, Finding, Page, When } from '../pages/definePage.ts';
import type { Facts } from '../vocabulary/facts.ts';
import { isDecided, meets } from '../vocabulary/fieldRules.ts';
import { nearest } from '../vocabulary/nearestName.ts';
import { withKept, withoutEmpty, withoutIdleGroups } from './leftOut.ts';
import { isKept, mapSecretFields, secretAt } from './secretFields.ts';

/** The answers, where they are valid, or every finding. A secret is its text, or the reference to the one that is kept. */
export type Verdict = { readonly answers: Record<string, unknown> } | { readonly findings: readonly Finding[] };

/**
 * Judges what was submitted for a page, as the original does on Next: every finding at once. An empty field counts as left
 * out. `earlier` is what is kept for this page, for secrets that are kept as they are.
 *
 * @example judge(pageOf('serviceAddress'), { host: 'localhost' }, facts) // { findings: [{ field: 'host', code: 'invalid', … }] }
 */
export function judge(page: Page, submitted: unknown, facts: Facts, earlier?: unknown): Verdict {
  if (typeof submitted !== 'object' || submitted === null || Array.isArray(submitted)) {
    return { findings: [{ field: '', code: 'invalid', message: 'Send the answers as an object, a field for each question.' }] };
  }
  const rules = rulesOf(page);
  const filledIn = withKept(
    page.fields,
    withoutIdleGroups(page.fields, withoutEmpty(submitted)),
    earlier,
    (field, given) => rules[field] === undefined || applies(rules[field].when, given, facts),
  );
  const findings: Finding[] = [];
  const keeping = new Map<string, unknown>();
  const toParse = mapSecretFields(page.fields, filledIn, (value, path) => {
    if (!isKept(value)) return value;
    const ref = secretAt(earlier, path);
    if (!ref) findings.push({ field: path, code: 'required', message: 'Nothing is kept here. Enter it.' });
    keeping.set(path, ref);
    return 'kept';
  }) as Record<string, unknown>;

  const parsed = page.fields.safeParse(toParse);
  if (!parsed.success) findings.push(...parsed.error.issues.flatMap((issue) => findingsOf(issue, page)));
  findings.push(...applicability(page, filledIn, facts));
  if (parsed.success && findings.length === 0) findings.push(...(page.judge?.(parsed.data, facts) ?? []));
  if (findings.length > 0 || !parsed.success) return { findings: onePerField(findings) };
  const answers = mapSecretFields(page.fields, parsed.data, (value, path) => keeping.get(path) ?? value);
  return { answers: answers as Record<string, unknown> };
}

/** Whether a field applies, given what else was answered on the page and on the pages before. */
export function applies(when: When, answers: Readonly<Record<string, unknown>>, facts: Facts): boolean {
  return typeof when === 'function' ? when(facts) : meets(when, answers);
}

/** Fields that do not apply must be empty, and those that do, and are not optional, must not. */
function applicability(page: Page, answers: Readonly<Record<string, unknown>>, facts: Facts): Finding[] {
  return Object.entries(rulesOf(page)).flatMap(([field, { when, optional }]) => {
    const isFilledIn = answers[field] !== undefined;
    if (applies(when, answers, facts)) {
      return isFilledIn || optional || !canTell(when, answers) ? [] : [{ field, code: 'required', message: required }];
    }
    return isFilledIn && canTell(when, answers)
      ? [{ field, code: 'not-applicable', message: 'This does not apply here. Leave it out.' }]
      : [];
  });
}

function rulesOf(page: Page) {
  return (page.applies ?? {}) as Readonly<Record<string, Applies>>;
}

/** As long as the deciding field itself is missing, nothing can be said of the field that hangs on it. */
function canTell(when: When, answers: Readonly<Record<string, unknown>>): boolean {
  return typeof when === 'function' || isDecided(when, answers);
}

function findingsOf(issue: z.core.$ZodIssue, page: Page): Finding[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: field ? `${field}.${key}` : key,
      code: 'unknown-field',
      message: `There is no such field here.${suggestion(key, Object.keys(page.fields.shape))}`,
    }));
  }
  if (issue.code === 'invalid_type' && /received undefined/.test(issue.message))
    return [{ field, code: 'required', message: required }];
  if (issue.code === 'invalid_value' && /^Invalid (option|input)/.test(issue.message))
    return [{ field, code: 'required', message: required }];
  return [{ field, code: 'invalid', message: issue.message }];
}

const required = 'This is needed. Fill it in.';

function suggestion(key: string, names: readonly string[]): string {
  const near = nearest(key, names);
  return near ? ` Did you mean ${near}?` : '';
}

function onePerField(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ field }, at) => findings.findIndex((other) => other.field === field) === at);
}
