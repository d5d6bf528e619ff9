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

interface Made {
  readonly template: Template;
  readonly quoted: ReadonlySet<string>;
  readonly message: string;
}

/** The entries of a catalog, found by the English text that a program has made. */
export class Entries {
  readonly #language: string;
  readonly #exact: ReadonlyMap<string, string>;
  /** By the word that they begin with, and under nothing those that begin with a place; what says most first. */
  readonly #templates: ReadonlyMap<string | undefined, readonly Made[]>;
  /** What the texts matched that were looked up last: each is asked for with several wishes, one after the other. */
  readonly #matched = new Map<string, readonly Entry[]>();
  readonly #formats = new Map<string, IntlMessageFormat>();

  constructor(language: string, catalog: Catalog) {
    this.#language = language;
    const all = Object.entries(catalog);
    this.#exact = new Map(all.filter(([english]) => !readTemplate(english)));
    const made = all.flatMap(([english, message]) => {
      const template = readTemplate(english);
      return template ? [{ template, quoted: quotedPlaces(template), message }] : [];
    });
    this.#templates = Map.groupBy(made, ({ template }) => firstWord(template.literals[0]!));
  }

  /** The entry of a text: as it is, else the template that says most of it, with values that may stand at its places. */
  find(text: string, mayStand: (value: string) => boolean): Entry | undefined {
    const exact = this.#exact.get(text);
    if (exact !== undefined) return { values: {}, quoted: none, message: exact };
    return this.#matches(text).find(({ values }) => Object.values(values).every(mayStand));
  }

  #matches(text: string): readonly Entry[] {
    const before = this.#matched.get(text);
    if (before) return before;
    const found = [firstWord(text), undefined]
      .flatMap((word) => this.#templates.get(word) ?? [])
      .flatMap(({ template, quoted, message }) => {
        const values = matchTemplate(template, text);
        return values ? [{ values, quoted, message, says: lengthOf(template) }] : [];
      })
      .toSorted((one, other) => other.says - one.says);
    if (this.#matched.size >= mostMatched) this.#matched.clear();
    this.#matched.set(text, found);
    return found;
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

/** So many looked-up texts are remembered with what they matched. */
const mostMatched = 100;

/** Nothing, where a place may reach into it. */
function firstWord(text: string): string | undefined {
  return /^(\S+)\s/.exec(text)?.[1];
}

function lengthOf({ literals }: Template): number {
  return literals.join('').length;
}
