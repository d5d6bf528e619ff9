import { type Field, type Form, standing, type Values } from './schema.ts';

/** What a form shows at first: the answers that were given, else what the page proposes. Secrets are empty, kept or not. */
export function initialValues(fields: readonly Field[], answers: Values): Values {
  return Object.fromEntries(fields.map((field) => [field.name, initialValue(field, answers[field.name])]));
}

/** What is sent: only what applies and is filled in. A secret that was left as it is stays kept. */
export function toAnswers(form: Form, values: Values, answers: Values): Record<string, unknown> {
  const applying = form.fields.filter((field) => standing(form, field, values).applies);
  return filledIn(applying, values, answers);
}

/** The values without any secret: only these may be kept in the browser. */
export function withoutSecrets(fields: readonly Field[], values: Values): Values {
  return Object.fromEntries(
    fields
      .filter(({ kind }) => kind !== 'secret')
      .map((field) => {
        const value = values[field.name];
        return [field.name, field.kind === 'group' && isRecord(value) ? withoutSecrets(field.fields, value) : value];
      }),
  );
}

/** Whether the service keeps a secret here: it tells that, and never the secret. */
export function isKept(answer: unknown): boolean {
  return isRecord(answer) && answer['kept'] === true;
}

/** Whether it has parts by name, as a group of answers has. */
export function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function initialValue({ kind, fallback, fields, required }: Field, answer: unknown): unknown {
  switch (kind) {
    case 'secret':
      return '';
    case 'group':
      return isRecord(answer) ? initialValues(fields, answer) : undefined;
    case 'checkbox':
      return answer ?? fallback ?? (required ? false : undefined);
    case 'choices':
      return answer ?? fallback ?? [];
    case 'choice':
      return answer ?? fallback ?? '';
    default:
      return answer === undefined ? String(fallback ?? '') : String(answer);
  }
}

function filledIn(fields: readonly Field[], values: Values, answers: Values): Record<string, unknown> {
  const entries = fields.map((field) => [field.name, answerOf(field, values[field.name], answers[field.name])] as const);
  return Object.fromEntries(entries.filter(([, answer]) => answer !== undefined));
}

function answerOf({ kind, fields }: Field, value: unknown, before: unknown): unknown {
  switch (kind) {
    case 'group':
      return isRecord(value) ? filledIn(fields, value, isRecord(before) ? before : {}) : undefined;
    case 'secret':
      return value === '' || value === undefined ? (isKept(before) ? { kept: true } : undefined) : value;
    case 'number':
      return toNumber(String(value ?? '').trim());
    case 'text': {
      const text = String(value ?? '').trim();
      return text === '' ? undefined : text;
    }
    default:
      return value === '' ? undefined : value;
  }
}

/** What is no number goes as it is: the service says what is wrong with it. */
function toNumber(text: string): unknown {
  if (text === '') return undefined;
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : text;
}
