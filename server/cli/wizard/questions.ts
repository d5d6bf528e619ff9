/** The part of JSON Schema in which a page declares what it asks. */
export interface FieldSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly readOnly?: boolean;
  readonly oneOf?: readonly { readonly const: string; readonly title: string }[];
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Rule[];
}

/** What another field's answer decides about a field. */
interface Rule {
  readonly if: {
    readonly properties: Readonly<Record<string, { readonly enum?: readonly unknown[]; readonly pattern?: string }>>;
  };
  readonly then?: { readonly required?: readonly string[] };
  readonly else?: { readonly properties?: Readonly<Record<string, false>> };
}

export type Answers = Record<string, unknown>;

/** A question of a page: one field, that applies as things stand. */
export interface Question {
  readonly name: string;
  readonly field: FieldSchema;
  readonly required: boolean;
}

/** The questions that apply, in order, given what was answered so far. */
export function questionsOf(schema: FieldSchema, answers: Answers): Question[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const rules = (schema.allOf ?? []).map((rule) => ({ rule, holds: holds(rule, answers) }));
    if (field.readOnly || rules.some(({ rule, holds: yes }) => !yes && rule.else?.properties?.[name] === false)) return [];
    const byRule = rules.some(({ rule, holds: yes }) => yes && rule.then?.required?.includes(name));
    return [{ name, field, required: byRule || (schema.required?.includes(name) ?? false) }];
  });
}

/** The answers that belong to a question which applies; the others are no answers any more. */
export function applying(schema: FieldSchema, answers: Answers): Answers {
  const names = questionsOf(schema, answers).map(({ name }) => name);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));
}

function holds(rule: Rule, answers: Answers): boolean {
  return Object.entries(rule.if.properties).every(([name, test]) => {
    const value = answers[name];
    if (value === undefined) return false;
    return (
      (test.enum?.includes(value) ?? true) && (test.pattern === undefined || new RegExp(test.pattern, 'u').test(String(value)))
    );
  });
}
