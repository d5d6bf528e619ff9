import type { JsonSchema } from '../../machines/answers/pageSchema.ts';

/**
 * How a page's form is shown, as `@rjsf/core` takes it beside the schema: the order, samples as placeholders, and fields hidden that
 * the pages before rule out. What hangs on another field of the page is in the schema's `if` and `then`.
 *
 * @param kept the paths of the secrets that are kept, dotted.
 */
export function uiSchemaOf(schema: JsonSchema, kept: ReadonlySet<string>, path = ''): JsonSchema {
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>);
  const fields = properties.map(([name, field]) => [name, fieldOf(field, kept, path + name)] as const);
  return {
    'ui:order': properties.map(([name]) => name),
    ...(path === '' && { 'ui:submitButtonOptions': { submitText: 'Next' } }),
    ...Object.fromEntries(fields.filter(([, about]) => Object.keys(about).length > 0)),
  };
}

function fieldOf(field: JsonSchema, kept: ReadonlySet<string>, path: string): JsonSchema {
  const { type, format, readOnly, examples } = field;
  if (readOnly === true) return { 'ui:widget': 'hidden' };
  if (format === 'password') {
    const help = kept.has(path) && { 'ui:help': 'One is kept. Leave this empty to keep it.' };
    return { 'ui:widget': 'password', 'ui:autocomplete': 'off', ...help };
  }
  if (type === 'object') return uiSchemaOf(field, kept, `${path}.`);
  if (type === 'array') return { 'ui:widget': 'checkboxes' };
  return examples === undefined ? {} : { 'ui:placeholder': String((examples as readonly unknown[])[0]) };
}
