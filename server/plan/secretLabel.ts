import { type PageId, pageOf } from '../../machines/pages/index.ts';

/** The words by which a script asks for a secret: those of its page. */
export function secretLabel(page: PageId, field: string): string {
  const { title, fields } = pageOf(page);
  const label = fields.shape[field]?.meta()?.title;
  return `${title}: ${label ?? field}`;
}
