/** What a command line can carry: no control characters, no line separators, no halves of characters. */
export const printable = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

/** Whether a command line can carry this text. */
export function isPrintable(text: string): boolean {
  return printable.test(text);
}
