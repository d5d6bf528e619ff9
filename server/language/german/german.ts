import type { Catalog } from '../catalog.ts';
import { preparePages } from './preparePages.ts';

/** Every catalog, by what it is about. */
export const catalogs: readonly Catalog[] = [preparePages];

/** All texts of the program in German, as Windows and the installer of MIM say it: formal, in Microsoft's terms. */
export const german: Catalog = Object.assign({}, ...catalogs);
