import type { Catalog } from './catalog.ts';
import { Entries, type Entry } from './entries.ts';
import { holdsSentenceEnd, type Told, tellSentences } from './sentences.ts';

/** More texts than this are not remembered: names and addresses make each of them another one. */
const mostRemembered = 5000;
/** No text of the program is longer than this (characters). What is, has been said by a peer, and stays as it is. */
const longestText = 8000;
/** So deep one text stands in another; what is deeper was made by nobody here. */
const deepest = 5;

/**
 * Tells texts of the program in another language. The English text is the key: as it is, or by the template that it was made of; a
 * text of several lines or sentences is told one by one, where it is not known whole. What is not known stays as it is.
 */
export class Translator {
  readonly language: string;
  readonly #entries: Entries;
  readonly #dates: Intl.DateTimeFormat;
  readonly #told = new Map<string, Told>();
  /** How many texts are being told, one within the other. */
  #depth = 0;

  constructor(language: string, catalog: Catalog) {
    this.language = language;
    this.#entries = new Entries(language, catalog);
    this.#dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  }

  /** The text in this language; what of it is not in the catalog as it is. It can be handed on by itself. */
  readonly tell = (text: string): string => this.#read(text).text;

  /** The text in this language; nothing, where some of it is not in the catalog. */
  find(text: string): string | undefined {
    const { text: told, isKnown } = this.#read(text);
    return isKnown ? told : undefined;
  }

  #read(text: string): Told {
    if (text.length > longestText || this.#depth >= deepest) return { text, isKnown: false };
    const before = this.#told.get(text);
    if (before) return before;
    this.#depth += 1;
    try {
      const told = this.#lines(text);
      // What stands within another text was told no deeper than that left room for.
      if (this.#depth === 1) this.#remember(text, told);
      return told;
    } finally {
      this.#depth -= 1;
    }
  }

  #remember(text: string, told: Told): void {
    if (this.#told.size >= mostRemembered) this.#told.clear();
    this.#told.set(text, told);
  }

  #lines(text: string): Told {
    const whole = this.#entry(text);
    if (whole !== undefined) return { text: whole, isKnown: true };
    const lines = text.split('\n');
    if (lines.length === 1) {
      return tellSentences(
        text,
        (part, places) => this.#entry(part, places === 'anyLength' ? () => true : undefined),
        (sentence) => this.#headed(sentence) ?? this.#listed(sentence) ?? { text: sentence, isKnown: false },
      );
    }
    const told = lines.map((line) => (line.trim() === '' ? { text: line, isKnown: true } : this.#read(line)));
    return { text: told.map((line) => line.text).join('\n'), isKnown: told.every((line) => line.isKnown) };
  }

  /** With a full stop or without, as what it stands in has it. */
  #entry(text: string, mayStand = (value: string) => !holdsSentenceEnd(value)): string | undefined {
    const closed = this.#entries.find(text, (value) => !value.endsWith('.') && mayStand(value));
    if (closed) return this.#filled(closed);
    const bare = text.endsWith('.') ? this.#entries.find(text.slice(0, -1), mayStand) : undefined;
    if (bare) return `${this.#filled(bare)}.`;
    const open = this.#entries.find(text, mayStand);
    return open && this.#filled(open);
  }

  #filled({ message, values, quoted }: Entry): string {
    const told = Object.entries(values).map(([name, value]) => [name, quoted.has(name) ? value : this.#value(value)]);
    return this.#entries.format(message, Object.fromEntries(told));
  }

  /** `port: Enter a port number.`, `User: sa`: after a name of the program's comes a text; after a label, what was entered there. */
  #headed(sentence: string): Told | undefined {
    const [, head = '', tail = ''] = /^(.{1,120}?): (.+)$/s.exec(sentence) ?? [];
    if (this.#entries.isWhole(head) && !/^[a-z][\w.$-]*$/.test(head))
      return { text: `${this.tell(head)}: ${this.#value(tail)}`, isKnown: true };
    // What Microsoft Entra says of itself begins with a code, and stays as it is.
    if (!/^(?!AADSTS)[A-Za-z_$][\w.$-]*$/.test(head)) return undefined;
    const told = this.#read(tail);
    return told.text === tail ? undefined : { ...told, text: `${head}: ${told.text}` };
  }

  #listed(sentence: string): Told | undefined {
    const text = this.#list(sentence, listSigns);
    return text === undefined ? undefined : { text, isKnown: true };
  }

  /** What stands at a place may be words of the program itself, or several of them, one after the other. */
  #value(value: string): string | number {
    if (/^(?:0|[1-9]\d{0,14})$/.test(value)) return Number(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return this.#dates.format(new Date(value));
    return isName(value) ? value : (this.#phrase(value) ?? this.#list(value, listSigns) ?? this.tell(value));
  }

  #phrase(value: string): string | undefined {
    return isName(value) ? undefined : (this.find(value) ?? this.#entry(`${value}.`)?.replace(/\.$/, ''));
  }

  #list(value: string, [sign, ...weaker]: readonly string[]): string | undefined {
    if (sign === undefined) return undefined;
    const items = value.split(sign);
    if (items.length === 1) return this.#list(value, weaker);
    const told = items.map((item) => this.#phrase(item) ?? this.#list(item, weaker) ?? (isName(item) ? item : undefined));
    if (told.includes(undefined) || told.every((item, at) => item === items[at])) return undefined;
    return told.join(conjunctions[this.language]?.[sign] ?? sign);
  }
}

/** A single word is a name that somebody gave, whatever it means in English. */
function isName(text: string): boolean {
  return /^[\p{L}\p{N}_.$@\\/:-]*$/u.test(text);
}

/** What stands between the items of a list, the strongest first. */
const listSigns: readonly string[] = ['; ', ', ', ' and '];

const conjunctions: Readonly<Record<string, Readonly<Record<string, string>>>> = { de: { ' and ': ' und ' } };
