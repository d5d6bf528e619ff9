import { Option } from 'commander';
import { type Language, languages } from '../language/languages.ts';

/** Of a command that writes a document, which somebody else may read. What the command line says itself is English. */
export interface InLanguage {
  readonly lang: Language;
}

/** The option `--lang`, which is English unless given. */
export function languageOption(): Option {
  return new Option('--lang <language>', 'The language of what is written.').choices(languages).default('en');
}
