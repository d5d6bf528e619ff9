import type { JsonSchema } from '../../machines/answers/pageSchema.ts';
import { type FieldRule, readRules } from '../../machines/vocabulary/fieldRules.ts';

/**
 * How a page's form is shown, as JSON Forms takes it (`uischema`): the fields in order, each while it applies. What the pages before
 * rule out is left out.
 */
export function jsonFormsLayout(schema: JsonSchema): JsonSchema {
  return { type: 'VerticalLayout', elements: elementsOf(schema, '#') };
}

function elementsOf(schema: JsonSchema, scope: string): JsonSchema[] {
  const rules = readRules(schema);
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>);
  return properties.flatMap(([name, field]) => {
    if (field['readOnly'] === true) return [];
    const [rule] = rules.filter((one) => one.field === name);
    return [{ ...elementOf(field, `${scope}/${placeOf(name, schema)}`), ...(rule && { rule: showsWhen(rule, scope) }) }];
  });
}

/** A secret that may be kept is described as a text in the rule for where it is typed; that one JSON Forms can show. */
function placeOf(name: string, { properties, allOf = [] }: JsonSchema): string {
  const { type } = (properties as Readonly<Record<string, JsonSchema>>)[name] ?? {};
  const typed = (allOf as readonly JsonSchema[]).findIndex(({ then }) => name in propertiesOf(then));
  return Array.isArray(type) && typed >= 0 ? `allOf/${typed}/then/properties/${name}` : `properties/${name}`;
}

function propertiesOf(schema: unknown): object {
  return (schema as { readonly properties?: object } | undefined)?.properties ?? {};
}

function elementOf(field: JsonSchema, scope: string): JsonSchema {
  if (field['type'] === 'object') return { type: 'Group', label: field['title'], elements: elementsOf(field, scope) };
  const sample = (field['examples'] as readonly unknown[] | undefined)?.[0];
  const options = {
    ...(field['format'] === 'password' && { format: 'password' }),
    ...(sample !== undefined && { placeholder: String(sample) }),
    // Else the help goes away as the field is left, and what is below moves under the mouse.
    ...(field['description'] !== undefined && { showUnfocusedDescription: true }),
  };
  return { type: 'Control', scope, ...(Object.keys(options).length > 0 && { options }) };
}

function showsWhen({ when: { field, is, matches } }: FieldRule, scope: string): JsonSchema {
  const test = { type: 'string', ...(is && { enum: is }), ...(matches !== undefined && { pattern: matches }) };
  return { effect: 'SHOW', condition: { scope: `${scope}/properties/${field}`, schema: test, failWhenUndefined: true } };
}
