import { language } from './language.ts';
import type { Catalog } from './speaker.ts';

/** What this page's texts are in the user's language. It is loaded only where that is not English, before anything is shown. */
export const catalog: Catalog = language === 'de' ? (await import('./german/german.ts')).german : {};
