import { pageSchema } from '../answers/pageSchema.ts';
import { isPageId, pageOf } from '../pages/screens.ts';
import { askedBy } from './packageMatch.ts';

/** Whether an answer is in words of the page, and not in what somebody has typed: a database may be called "None". */
export function isChosenOn(page: string, field: string): boolean {
  if (!isPageId(page)) return false;
  const { properties = {} } = pageSchema(pageOf(page));
  const { type, oneOf, format } = properties[field] ?? {};
  return oneOf !== undefined || format === 'password' || type === 'array' || type === 'boolean' || type === 'object';
}

/** Whether this is a word of the page for what becomes the property that it declares under this name. */
export function isChosenFrom(name: string, value: string): boolean {
  return Object.values(askedBy(name)?.words ?? {}).includes(value);
}
