import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import { catalog } from './catalog.ts';
import { locale } from './language.ts';
import { speaker, type Values } from './speaker.ts';

const speak = speaker(locale, catalog);

/** A text of this page in the user's language. The English one is its key, and an ICU message. */
export function say(text: string, values?: Values): string {
  return speak(text, values).join('');
}

/** The same where parts of the text are elements: `<link>See the report</link>` with a function `link` that makes one. */
export function sayWith(text: string, values: Values<ReactElement>): ReactNode {
  return createElement(Fragment, null, ...speak(text, values));
}

/** A name of ours in the user's language, where the catalog has it; such names are made, and stand nowhere as a text. */
export function sayName(english: string): string {
  return catalog[english] ?? english;
}
