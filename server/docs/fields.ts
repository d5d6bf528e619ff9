import { type FieldSchema, pageSchema } from '../../machines/answers/pageSchema.ts';
import type { Applies, Page } from '../../machines/pages/definePage.ts';
import type { Facts } from '../../machines/vocabulary/facts.ts';
import { mailOptions } from '../../machines/vocabulary/mailOptions.ts';
import { code } from '../markdown/table.ts';

/** The fields of a page in a line. One that may be left out has a question mark. */
export function fieldNames(page: Page): string {
  return fieldsOf(page)
    .map(({ name, required }) => code(required ? name : `${name}?`))
    .join(', ');
}

/** A row for each field: its name, its label, what it takes, when it is needed, and the installer's properties that it becomes. */
export function fieldRows(page: Page): string[][] {
  return fieldsOf(page).map(({ name, schema, required }) => [
    code(name),
    schema.title ?? '',
    [takes(schema), schema.description].filter(Boolean).join('. '),
    needed(page, name, required),
    becomes(page, name).join(', '),
  ]);
}

function fieldsOf(page: Page) {
  const { properties = {}, required = [] } = pageSchema(page);
  return Object.entries(properties).map(([name, schema]) => ({ name, schema, required: required.includes(name) }));
}

/** What a field takes, with its default or a sample. */
function takes(schema: FieldSchema): string {
  const { default: usual, examples } = schema;
  const sample = usual !== undefined ? `default ${code(usual)}` : examples ? `such as ${code(examples[0])}` : '';
  return [kind(schema), sample].filter(Boolean).join(', ');
}

function kind(schema: FieldSchema): string {
  const { enum: choices, const: only, type = '', items, properties, writeOnly } = schema;
  if (writeOnly) return 'secret';
  if (only !== undefined) return code(only);
  if (Array.isArray(choices)) return choices.map(code).join(', ');
  if (type === 'array') return `some of ${kind(items ?? {})}`;
  if (type === 'object')
    return `an object of ${Object.keys(properties ?? {})
      .map(code)
      .join(', ')}`;
  return ({ string: 'text', boolean: '`true`, `false`', integer: 'whole number' } as Record<string, string>)[type] ?? type;
}

function needed(page: Page, name: string, required: boolean): string {
  const { when, optional } = ((page.applies ?? {}) as Record<string, Applies>)[name] ?? {};
  if (when === undefined) return required ? 'yes' : 'no';
  const where = typeof when === 'function' ? lettersOf(when) : conditionOf(when);
  return `${optional ? 'may be given' : 'yes'} ${where}; not accepted elsewhere`;
}

/** The installer's properties that a field becomes, as far as their names are known. */
function becomes(page: Page, name: string): string[] {
  const properties = Object.entries(page.properties ?? {}).filter(([, { field }]) => field === name);
  return [...new Set(properties.map(([property, { provenance }]) => (provenance === 'unknown' ? '(unknown)' : code(property))))];
}

/** The guide's options under which a field applies. */
function lettersOf(when: (facts: Facts) => boolean): string {
  const applying = mailOptions.filter((option) =>
    when({ cloud: 'global', features: ['service'], mail: null, option, claims: {}, offers: {} }),
  );
  return `with option ${applying.map(({ option }) => option).join(', ')}`;
}

function conditionOf({ field, is, matches }: Exclude<Applies['when'], (facts: Facts) => boolean>): string {
  if (matches) return `where ${code(field)} is like ${code(matches)}`;
  return `where ${code(field)} is ${(is ?? []).map(code).join(', ')}`;
}
