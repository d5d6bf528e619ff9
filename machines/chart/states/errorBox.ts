import type { ErrorBoxId, PageId } from '../../pages/screens.ts';
import { wizard } from '../setup.ts';
import { answersTo } from './answersTo.ts';

/** An error box on top of its page. What was typed there stays, and so does the problem, until the next submit. */
export function errorBox(id: ErrorBoxId, { over }: { readonly over: PageId }) {
  return wizard.createStateConfig({
    id,
    meta: { screen: id },
    on: { acknowledge: { guard: answersTo(id), target: `#${over}.asking` }, back: {} },
  });
}
