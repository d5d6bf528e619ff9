import { german } from './german/german.ts';
import { Translator } from './translator.ts';

/** The languages that replies are told in, the program's own first. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const translators = { de: new Translator('de', german) };

/** What tells replies in a language; nothing for the program's own. */
export function translatorTo(language: Language): Translator | undefined {
  return language === 'en' ? undefined : translators[language];
}
