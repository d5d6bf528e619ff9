import { IntlMessageFormat } from 'intl-messageformat';

/** English texts, each with what it is in another language. Both are ICU messages, with the same names for their values. */
export type Catalog = Readonly<Record<string, string>>;

/** What takes the places of the names in a text. A function makes something of what stands between the tags of its name. */
export type Values<T = never> = Readonly<Record<string, string | number | T | ((inner: readonly (string | T)[]) => T)>>;

/** A text as it is said in a language, in the parts that its values cut it into. */
export type Speaker = <T = never>(text: string, values?: Values<T>) => readonly (string | T)[];

/** Says texts in the language of the catalog; what is not in it stays English. Each text is read once. */
export function speaker(locale: string, catalog: Catalog): Speaker {
  const read = new Map<string, IntlMessageFormat>();
  const messageOf = (text: string): IntlMessageFormat => {
    const message = read.get(text) ?? new IntlMessageFormat(catalog[text] ?? text, locale);
    read.set(text, message);
    return message;
  };
  return <T>(text: string, values: Values<T> = {}) => {
    const said = messageOf(text).format<T>(values as Parameters<IntlMessageFormat['format']>[0] as never);
    return (Array.isArray(said) ? said : [said]) as (string | T)[];
  };
}
