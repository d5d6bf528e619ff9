import { wrapAnsi } from 'fast-wrap-ansi';

/**
 * Text in lines that take at most so many columns, broken between words; what a line is indented by stays.
 *
 * @example wrapped('  one two', 6) // '  one\n  two'
 */
export function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      const indent = /^ */.exec(line)?.[0] ?? '';
      return indent + wrapAnsi(line.trim(), width - indent.length).replaceAll('\n', `\n${indent}`);
    })
    .join('\n');
}
