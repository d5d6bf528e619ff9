import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalog } from './catalog.ts';
import { matchTemplate, quotedPlaces, readTemplate, type Template } from './template.ts';

/** A message of a catalog, and what the program had put into the English text. */
export interface Entry {
  /** By name; none, where the text is one without places. */
  readonly values: Readonly<Record<string, string>>;
  /** Those that are told as they are. */
  readonly quoted: ReadonlySet<string>;
  readonly message: string;
}

/** The entries of a catalog, found by the English text that a program has made. */
export class Entries {
  readonly #language: string;
  readonly #exact: ReadonlyMap<string, string>;
  readonly #templates: readonly { readonly template: Template; readonly quoted: ReadonlySet<string>; readonly message: string }[];
  readonly #formats = new Map<string, IntlMessageFormat>();

  constructor(language: string, catalog: Catalog) {
    this.#language = language;
    const all = Object.entries(catalog);
    this.#exact = new Map(all.filter(([english]) => !readTemplate(english)));
    this.#templates = all
      .flatMap(([english, message]) => {
        const template = readTemplate(english);
        return template ? [{ template, quoted: quotedPlaces(template), message }] : [];
      })
      .sort((one, other) => lengthOf(other.template) - lengthOf(one.template));
  }

  /** The entry of a text: as it is, else the template that says most of it, with values that may stand at its places. */
  find(text: string, mayStand: (value: string) => boolean): Entry | undefined {
    const exact = this.#exact.get(text);
    if (exact !== undefined) return { values: {}, quoted: none, message: exact };
    for (const { template, quoted, message } of this.#templates) {
      const values = matchTemplate(template, text);
      if (values && Object.values(values).every(mayStand)) return { values, quoted, message };
    }
    return undefined;
  }

  isWhole(text: string): boolean {
    return this.#exact.has(text);
  }

  format(message: string, values: Readonly<Record<string, string | number>>): string {
    const format = this.#formats.get(message) ?? new IntlMessageFormat(message, this.#language, {}, { ignoreTag: true });
    this.#formats.set(message, format);
    return String(format.format(values));
  }
}

const none: ReadonlySet<string> = new Set();

function lengthOf({ literals }: Template): number {
  return literals.join('').length;
}
