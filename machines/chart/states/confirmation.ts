import type { ConfirmationId } from '../../pages/screens.ts';
import type { ConfirmationLine } from '../flowLines.ts';
import { wizard } from '../setup.ts';
import { answersTo } from './answersTo.ts';

/** Something that has to be done elsewhere, and is confirmed here; it lies over the page like an error box. */
export function confirmation(id: ConfirmationId, { over, next }: ConfirmationLine) {
  return wizard.createStateConfig({
    id,
    meta: { screen: id },
    on: {
      acknowledge: { guard: answersTo(id), target: `#${next}` },
      back: `#${over}`,
    },
  });
}
