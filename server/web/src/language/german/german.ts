import type { Catalog } from '../speaker.ts';

/** German: every text of this page. */
export const german: Catalog = {};
