import type { Catalog } from '../speaker.ts';
import { checklist } from './checklist.ts';
import { flow } from './flow.ts';
import { installing } from './installing.ts';
import { lists } from './lists.ts';
import { names } from './names.ts';
import { review } from './review.ts';
import { shell } from './shell.ts';
import { wizard } from './wizard.ts';

/** The catalogs, in the order in which a visitor meets what they hold. */
export const catalogs = [shell, lists, checklist, wizard, review, installing, flow, names] as const;

/** German: every text of this page. */
export const german: Catalog = Object.assign({}, ...catalogs);
