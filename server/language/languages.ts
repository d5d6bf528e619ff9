import type { Translator } from './translator.ts';

/** The languages that replies are told in, the program's own first. */
export const languages = ['en', 'de'] as const;

/** One of {@link languages}, by its tag (BCP 47). */
export type Language = (typeof languages)[number];

const translators = new Map<Language, Translator>();

/** What tells replies in a language; nothing for the program's own. Its catalogs are loaded when it is first asked for. */
export async function translatorTo(language: Language): Promise<Translator | undefined> {
  if (language === 'en') return undefined;
  const [{ Translator }, { german }] = await Promise.all([import('./translator.ts'), import('./german/german.ts')]);
  const translator = translators.get(language) ?? new Translator(language, german);
  translators.set(language, translator);
  return translator;
}
