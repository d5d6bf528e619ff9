import { pageSchema } from '../../machines/answers/pageSchema.ts';
import { type PageId, pageOf } from '../../machines/pages/screens.ts';

/** The words by which a script asks for a secret: those of its page. */
export function secretLabel(page: PageId, field: string): string {
  const declared = pageOf(page);
  const { properties = {} } = pageSchema(declared);
  return `${declared.title}: ${properties[field]?.title ?? field}`;
}
