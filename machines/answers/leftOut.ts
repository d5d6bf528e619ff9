import { z } from 'zod';
import { isEmpty } from '../vocabulary/fieldRules.ts';
import { isPlainObject } from '../vocabulary/plainObject.ts';
import { type KeptSecret, secretAt, secretPaths } from './secretFields.ts';

type Answers = Readonly<Record<string, unknown>>;

/** The answers without empty fields: these count as left out. */
export function withoutEmpty(answers: object): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !isEmpty(value)));
}

/**
 * The answers without idle groups. A group that may be left out is idle where it holds nothing but what is proposed in it: that is how
 * forms send one that nobody has filled in.
 */
export function withoutIdleGroups(fields: z.ZodObject, answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name, value]) => !isIdle(fieldIn(fields, name), value)));
}

function isIdle(field: z.ZodType | undefined, value: unknown): boolean {
  const group = field instanceof z.ZodOptional ? field.unwrap() : undefined;
  if (!(group instanceof z.ZodObject) || !isPlainObject(value)) return false;
  return Object.entries(withoutEmpty(value)).every(([name, answer]) => fieldIn(group, name)?.meta()?.['default'] === answer);
}

/**
 * The answers, in which a secret that is asked for and was left out is kept as it is, if one is kept.
 *
 * @param earlier what is kept for this page.
 * @param isAsked whether a field applies with these answers.
 */
export function withKept(
  fields: z.ZodObject,
  answers: Answers,
  earlier: unknown,
  isAsked: (field: string, answers: Answers) => boolean,
): Answers {
  let given = answers;
  for (const path of secretPaths(fields)) {
    const [field = '', inner] = path.split('.');
    if (secretAt(earlier, path) === undefined || !isAsked(field, given)) continue;
    const group = given[field];
    if (inner === undefined) given = withKeptAt(given, field);
    else if (isPlainObject(group)) given = { ...given, [field]: withKeptAt(group, inner) };
  }
  return given;
}

function withKeptAt(answers: Answers, field: string): Answers {
  return isEmpty(answers[field]) ? { ...answers, [field]: kept } : answers;
}

const kept: KeptSecret = { kept: true };

function fieldIn(fields: z.ZodObject, name: string): z.ZodType | undefined {
  return Object.hasOwn(fields.shape, name) ? (fields.shape[name] as z.ZodType) : undefined;
}
