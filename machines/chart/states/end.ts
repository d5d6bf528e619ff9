import type { ScreenId } from '../../pages/screens.ts';
import { wizard } from '../setup.ts';

/** An end of the installation: nothing leads on from it. */
export function end(id: ScreenId) {
  return wizard.createStateConfig({ id, type: 'final', meta: { screen: id } });
}
