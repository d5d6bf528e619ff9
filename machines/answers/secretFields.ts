import { z } from 'zod';
import { isSecretRef, type SecretRef } from '../vocabulary/secret.ts';

/** What a client sends to keep a secret that it was shown as kept. */
export interface KeptSecret {
  readonly kept: true;
}

/** Whether a client has sent this to keep a secret as it is. */
export function isKept(value: unknown): value is KeptSecret {
  return typeof value === 'object' && value !== null && (value as Partial<KeptSecret>).kept === true;
}

/** A copy of the answers with each field that is declared secret put through `change`; `path` is dotted. */
export function mapSecretFields(
  fields: z.ZodType,
  answers: unknown,
  change: (value: unknown, path: string) => unknown,
  path = '',
): unknown {
  const field = withoutOptional(fields);
  if (isSecretField(field)) return answers === undefined ? undefined : change(answers, path);
  if (!(field instanceof z.ZodObject) || typeof answers !== 'object' || answers === null || Array.isArray(answers))
    return answers;
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      const inner: z.ZodType | undefined = Object.hasOwn(field.shape, name) ? field.shape[name] : undefined;
      return [name, inner ? mapSecretFields(inner, value, change, path ? `${path}.${name}` : name) : value];
    }),
  );
}

/** A copy of anything with each reference to a secret put through `change`. */
export function mapSecretRefs(value: unknown, change: (ref: SecretRef) => unknown): unknown {
  if (isSecretRef(value)) return change(value);
  if (Array.isArray(value)) return value.map((item) => mapSecretRefs(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapSecretRefs(inner, change)]));
}

/** The reference at a dotted path of kept answers, where there is one. */
export function secretAt(answers: unknown, path: string): SecretRef | undefined {
  const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], answers);
  return isSecretRef(value) ? value : undefined;
}

/** The paths of all secrets that are declared among these fields, dotted. */
export function secretPaths(fields: z.ZodType, path = ''): readonly string[] {
  const field = withoutOptional(fields);
  if (isSecretField(field)) return [path];
  if (!(field instanceof z.ZodObject)) return [];
  return Object.entries(field.shape as Record<string, z.ZodType>).flatMap(([name, inner]) =>
    secretPaths(inner, path ? `${path}.${name}` : name),
  );
}

/** The field at this path; undefined where none is declared. */
export function fieldAt(fields: z.ZodType, [name, ...rest]: readonly string[]): z.ZodType | undefined {
  const field = withoutOptional(fields);
  if (name === undefined) return field;
  if (!(field instanceof z.ZodObject) || !Object.hasOwn(field.shape, name)) return undefined;
  return fieldAt(field.shape[name], rest);
}

/** Whether a field is declared secret, optional or not. */
export function isSecretField(field: z.ZodType): boolean {
  return withoutOptional(field).meta()?.['secret'] === true;
}

function withoutOptional(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodOptional ? withoutOptional(field.unwrap() as z.ZodType) : field;
}
