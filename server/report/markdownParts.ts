import { table } from '../markdown/table.ts';
import type { Wording } from '../view/wording.ts';

/** The parts of a report that have words of their own, in a language. */
export interface Parts {
  /** A section; where there is nothing to say, it says so. */
  section(title: string, body: string): string;
  /** A table of plain text; nothing, where there are no rows. */
  textTable(heads: readonly string[], rows: readonly (readonly string[])[]): string;
}

/** The parts in a language: heads and empty sections are told in it, what stands in cells is told already. */
export function partsIn({ tell }: Pick<Wording, 'tell'>): Parts {
  return {
    section: (title, body) => `## ${tell(title)}\n\n${body || tell('None.')}`,
    textTable: (heads, rows) =>
      rows.length === 0
        ? ''
        : table(
            heads.map(tell),
            rows.map((cells) => cells.map(asText)),
          ),
  };
}

/** Each item as text. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${asText(item)}`).join('\n');
}

/**
 * Any text as one line of Markdown that shows it and means nothing else (CommonMark, "Backslash escapes", and the tables and
 * strikethrough of GitHub's).
 *
 * @example asText('a|b *c*') // a\|b \*c\*
 */
export function asText(text: string): string {
  return inOneLine(text)
    .replace(/[\\`*_[\]<>|&~#]/g, '\\$&')
    .replace(/^[-+=]|(?<=^\d{1,9})[.)]/, '\\$&');
}

/**
 * The text as it can be shown in one line: controls become spaces, what is no character the sign for that; what would turn the
 * direction of all that follows is left out.
 */
export function inOneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Noncharacter_Code_Point}/gu, '\ufffd')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
