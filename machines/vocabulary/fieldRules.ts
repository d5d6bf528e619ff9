/**
 * When a field of a page applies: one engine for the service, the terminal and the browser. It imports nothing, so that the browser
 * can use it as it is.
 */

/** A question about another field of the same page, simple enough to be written into the page's JSON Schema. */
export interface Condition {
  readonly field: string;
  /** It has one of these values. */
  readonly is?: readonly string[];
  /** Its text matches: a pattern as JSON Schema has it, read with the flag `u`. */
  readonly matches?: string;
}

/** What the answer to another field decides about this one. */
export interface FieldRule {
  readonly field: string;
  readonly when: Condition;
  /** It has to be answered where it applies. */
  readonly required: boolean;
}

type Answers = Readonly<Record<string, unknown>>;
type Schema = Readonly<Record<string, unknown>>;

/**
 * Whether a condition is met. It is not where its field has no answer, or one that is not a text.
 *
 * @example meets({ field: 'source', is: ['store'] }, { source: 'store' }) // true
 */
export function meets({ field, is, matches }: Condition, answers: Answers): boolean {
  const answer = answers[field];
  if (typeof answer !== 'string' || answer === '') return false;
  return (is?.includes(answer) ?? true) && new RegExp(matches ?? '', 'u').test(answer);
}

/** Whether it can be told yet: as long as the deciding field has no answer, nothing can be wrong with the field that hangs on it. */
export function isDecided({ field }: Condition, answers: Answers): boolean {
  return !isEmpty(answers[field]);
}

/** An empty field counts as left out. */
export function isEmpty(answer: unknown): boolean {
  return answer === undefined || answer === null || answer === '';
}

/** Whether a field takes an answer by these rules, and whether they ask for one. */
export function standingOf(field: string, rules: readonly FieldRule[], answers: Answers) {
  const own = rules.filter((rule) => rule.field === field);
  const applies = own.every(({ when }) => meets(when, answers));
  return { applies, required: applies && own.some(({ required }) => required) };
}

/** A rule as a JSON Schema, to stand in the page's `allOf`. */
export function writeRule({ field, when, required }: FieldRule): Schema {
  const test = {
    ...(when.is && { enum: when.is }),
    ...(when.matches !== undefined && { type: 'string', pattern: when.matches }),
  };
  return {
    if: { properties: { [when.field]: test }, required: [when.field] },
    ...(required && { then: { properties: { [field]: true }, required: [field] } }),
    else: { properties: { [field]: false } },
  };
}

/** The rules that a page's JSON Schema has in its `allOf`, as `writeRule` writes them; what is none of them is passed over. */
export function readRules(schema: Schema): FieldRule[] {
  return ((schema['allOf'] ?? []) as readonly Schema[]).flatMap((rule) => {
    const [decidingField, test] = Object.entries(propertiesOf(rule['if']))[0] ?? [];
    const field = Object.keys(propertiesOf(rule['else']))[0];
    if (decidingField === undefined || field === undefined) return [];
    const { enum: is, pattern } = test as { readonly enum?: readonly string[]; readonly pattern?: string };
    const when = { field: decidingField, ...(is && { is }), ...(pattern !== undefined && { matches: pattern }) };
    return [{ field, when, required: rule['then'] !== undefined }];
  });
}

/** The fields that a schema asks for: those of a group that may be left out once it is filled in. */
export function requiredOf({ required, then }: Schema): readonly string[] {
  return [required, (then as Schema | undefined)?.['required']].flatMap((names) => (names ?? []) as readonly string[]);
}

function propertiesOf(schema: unknown): Schema {
  return ((schema as Schema | undefined)?.['properties'] ?? {}) as Schema;
}
