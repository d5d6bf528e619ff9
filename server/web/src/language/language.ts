/** The languages that this page speaks, each by its own name. */
export const languages = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof languages;

/** The language of this window: the one that was chosen here, else the first of the user's that the page speaks, else English. */
export const language: Language = [chosenBefore(), ...navigator.languages.map(primaryOf)].find(isSpoken) ?? 'en';

/** The same with its region, where the user's browser names one: numbers and dates are written as there. */
export const locale: string = navigator.languages.find((wanted) => primaryOf(wanted) === language) ?? language;

/** An address of the service at which it answers in this language: where the browser asks for it by itself, and sends its own wishes. */
export function inLanguage(address: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
}

/** Speaks another language from now on, also in later visits. What was typed and not sent outlasts it as it outlasts a reload. */
export function speak(wanted: Language): void {
  try {
    localStorage.setItem('language', wanted);
  } catch {
    // The browser keeps nothing for this site: then its own language holds.
  }
  location.reload();
}

function chosenBefore(): string | null {
  try {
    return localStorage.getItem('language');
  } catch {
    return null;
  }
}

function primaryOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

function isSpoken(tag: string | null): tag is Language {
  return tag !== null && Object.hasOwn(languages, tag);
}
