import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalog } from './catalog.ts';
import { matchTemplate, readTemplate, type Template } from './template.ts';

/** More texts than this are not remembered: names and addresses make each of them another one. */
const mostRemembered = 5000;

/**
 * Tells texts of the program in another language. The English text is the key: as it is, or by the template that it was made of; a
 * text of several sentences is told sentence by sentence, where it is not known whole. What is not known stays as it is.
 */
export class Translator {
  readonly language: string;
  readonly #exact: ReadonlyMap<string, string>;
  readonly #templates: readonly { readonly template: Template; readonly message: string }[];
  readonly #messages = new Map<string, IntlMessageFormat>();
  readonly #told = new Map<string, string | undefined>();

  constructor(language: string, catalog: Catalog) {
    this.language = language;
    const entries = Object.entries(catalog);
    this.#exact = new Map(entries.filter(([english]) => !readTemplate(english)));
    this.#templates = entries
      .flatMap(([english, message]) => {
        const template = readTemplate(english);
        return template ? [{ template, message }] : [];
      })
      .sort((one, other) => wordsIn(other.template) - wordsIn(one.template));
  }

  /** The text in this language; as it is, where it is not in the catalog. */
  tell(text: string): string {
    return this.find(text) ?? text;
  }

  /** The text in this language; nothing, where some of it is not in the catalog. */
  find(text: string): string | undefined {
    if (this.#told.has(text)) return this.#told.get(text);
    const told = this.#whole(text) ?? this.#inParts(text);
    if (this.#told.size >= mostRemembered) this.#told.clear();
    this.#told.set(text, told);
    return told;
  }

  #whole(text: string): string | undefined {
    const exact = this.#exact.get(text);
    if (exact !== undefined) return this.#format(exact, {});
    for (const { template, message } of this.#templates) {
      const values = matchTemplate(template, text);
      if (values) return this.#format(message, values);
    }
    return undefined;
  }

  /** Sentence by sentence, as many of them at once as make an entry. */
  #inParts(text: string): string | undefined {
    const [sentences, between] = split(text);
    if (sentences.length === 1) return undefined;
    let told = '';
    for (let from = 0; from < sentences.length; ) {
      let to = Math.min(sentences.length, from + longestEntry);
      let found: string | undefined;
      for (; to > from; to -= 1) {
        const part = sentences.slice(from, to).reduce((before, next, at) => before + between[from + at - 1] + next);
        if (part !== text) found = this.#whole(part);
        if (found !== undefined) break;
      }
      if (found === undefined) return undefined;
      told += found + (between[to - 1] ?? '');
      from = to;
    }
    return told;
  }

  #format(message: string, values: Readonly<Record<string, string>>): string {
    const format = this.#messages.get(message) ?? new IntlMessageFormat(message, this.language, {}, { ignoreTag: true });
    this.#messages.set(message, format);
    const told = Object.entries(values).map(([name, value]) => [name, this.#value(value)]);
    return String(format.format(Object.fromEntries(told)));
  }

  /** What stands at a place may be words of the program itself, or several of them, one after the other. */
  #value(value: string): string | number {
    if (/^\d{1,15}$/.test(value)) return Number(value);
    const known = this.#whole(value);
    if (known !== undefined) return known;
    const pieces = value.split(/(, | and |; )/);
    if (pieces.length === 1) return value;
    const told = pieces.map((piece, at) => (at % 2 === 0 ? this.#whole(piece) : (conjunctions[this.language]?.[piece] ?? piece)));
    return told.includes(undefined) ? value : told.join('');
  }
}

/** So many sentences at most make one entry of a catalog. */
const longestEntry = 8;

const conjunctions: Readonly<Record<string, Readonly<Record<string, string>>>> = { de: { ' and ': ' und ' } };

/** The sentences of a text, and what stands between them. */
function split(text: string): [sentences: string[], between: string[]] {
  const parts = text.split(/(?<=[.!?])(\s+)(?=\S)/);
  return [parts.filter((_, at) => at % 2 === 0), parts.filter((_, at) => at % 2 === 1)];
}

function wordsIn({ literals }: Template): number {
  return literals.join('').length;
}
