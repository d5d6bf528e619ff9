import type { ScreenId, WarningId } from '../../pages/screens.ts';
import { wizard } from '../setup.ts';
import { answersTo } from './answersTo.ts';

/** Something that has to be done elsewhere, and is confirmed here; it lies over the page like an error box. */
export function confirmation(id: WarningId, { next }: { readonly next: ScreenId }) {
  return wizard.createStateConfig({
    id,
    meta: { screen: id },
    on: {
      acknowledge: { guard: answersTo(id), target: `#${next}` },
      back: '#mailboxApplication',
    },
  });
}
