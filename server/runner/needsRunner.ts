import type { CheckedPageId } from '../../machines/pages/screens.ts';
import { partsOfPage } from '../../services/live/pageChecks.ts';
import { type Area, areaOf } from '../../services/live/parts.ts';
import type { Effect } from '../store/effect.ts';

/** Whether something of a call, which for a page's check has the page's name, can be done by the installation's runner alone. What is asked of Entra ID is the service's own. */
export function needsRunner({ id, service }: Pick<Effect, 'id' | 'service'>, madeHere: readonly Area[]): boolean {
  switch (service) {
    case 'checkPage':
      return (partsOfPage[id as CheckedPageId] ?? []).some(
        (part) => part === 'serviceAccount' || !madeHere.includes(areaOf[part]),
      );
    case 'checkEverything':
    case 'checkPackage':
    case 'checkTasks':
    case 'install':
    case 'stopInstaller':
      return true;
    default:
      return false;
  }
}
