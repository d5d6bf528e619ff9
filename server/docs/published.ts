import { errorsText } from './errorsText.ts';
import { pagesText } from './pagesText.ts';

/** The documents that are made from the declarations, and what is to stand in them; a test holds them to it. */
export function published(): { readonly file: URL; readonly text: string }[] {
  return [
    { file: docs('pages.md'), text: pagesText() },
    { file: docs('errors.md'), text: errorsText() },
  ];
}

function docs(name: string): URL {
  return new URL(`../../docs/${name}`, import.meta.url);
}
