import { isPlainObject } from '../../machines/vocabulary/plainObject.ts';

/**
 * What makes one JSON value into another, as JSON: `{ to }` in place of what was there; for an object what differs in its fields and
 * which are gone; for a list how much of its beginning stays, and what follows. Nothing where the two are the same.
 */
export type Difference =
  | { readonly to: unknown }
  | { readonly in: Readonly<Record<string, Difference>>; readonly gone?: readonly string[] }
  | { readonly keep: number; readonly then: readonly unknown[] };

/**
 * What is the very same object in both is not looked into.
 *
 * @example differenceOf({ page: 'cloud', trail: ['welcome'] }, { page: 'signIn', trail: ['welcome', 'cloud'] })
 * // { in: { page: { to: 'signIn' }, trail: { keep: 1, then: ['cloud'] } } }
 */
export function differenceOf(before: unknown, after: unknown): Difference | undefined {
  if (Object.is(before, after)) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after);
  if (isPlainObject(before) && isPlainObject(after)) return ofObjects(before, after);
  return { to: after };
}

/** @throws where the difference was not taken from such a value. */
export function applyDifference(before: unknown, difference: Difference | undefined): unknown {
  if (difference === undefined) return before;
  if ('to' in difference) return difference.to;
  if ('keep' in difference) {
    if (!Array.isArray(before) || before.length < difference.keep) throw new Error('The list that it begins with is not there.');
    return [...before.slice(0, difference.keep), ...difference.then];
  }
  if (!isPlainObject(before)) throw new Error('The object that it changes is not there.');
  const fields = new Map(Object.entries(before));
  for (const name of difference.gone ?? []) fields.delete(name);
  for (const [name, inner] of Object.entries(difference.in)) fields.set(name, applyDifference(fields.get(name), inner));
  return Object.fromEntries(fields);
}

function ofLists(before: readonly unknown[], after: readonly unknown[]): Difference | undefined {
  let keep = 0;
  while (keep < before.length && keep < after.length && differenceOf(before[keep], after[keep]) === undefined) keep += 1;
  if (keep === before.length && keep === after.length) return undefined;
  return { keep, then: after.slice(keep) };
}

function ofObjects(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Difference | undefined {
  const changed: [string, Difference][] = [];
  for (const name of Object.keys(after)) {
    const value = after[name];
    if (value === undefined) continue;
    const inner = Object.hasOwn(before, name) ? differenceOf(before[name], value) : { to: value };
    if (inner !== undefined) changed.push([name, inner]);
  }
  const gone = Object.keys(before).filter((name) => isPresent(before, name) && !isPresent(after, name));
  if (changed.length === 0 && gone.length === 0) return undefined;
  return { in: Object.fromEntries(changed), ...(gone.length > 0 && { gone }) };
}

/** JSON has no field that is undefined. */
function isPresent(value: Readonly<Record<string, unknown>>, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== undefined;
}
