import { isCheckedPageId, type PageId } from '../../pages/screens.ts';

/** The state that the answers of a page lead to once they are kept: a page without checks is done with them. */
export function judgedAt(id: PageId) {
  return isCheckedPageId(id) ? 'judging' : 'done';
}
