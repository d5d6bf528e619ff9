import type { ScreenId, WarningId } from '../../pages/screens.ts';
import type { BranchName } from '../branches.ts';
import { wizard } from '../setup.ts';
import { answersTo } from './answersTo.ts';
import { comingTo } from './comingTo.ts';

/** A warning: going on is the user's word that it was read. It is on the trail, so that going back comes by it. */
export function warning(id: WarningId, { showsIf, next }: { readonly showsIf?: BranchName; readonly next: ScreenId }) {
  const { initial, passing } = comingTo(id, 'warned', { showsIf, next });
  return wizard.createStateConfig({
    id,
    meta: { screen: id, ...(showsIf && { showsIf }) },
    initial,
    states: {
      ...passing,
      warned: {
        always: { guard: { type: 'stillAcknowledged', params: { screen: id } }, target: 'done' },
        on: { acknowledge: { guard: answersTo(id), target: 'done' } },
      },
      done: { type: 'final' },
    },
    onDone: `#${next}`,
  });
}
