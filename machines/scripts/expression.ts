import { verbatimString } from './verbatimString.ts';

/**
 * Any text as a PowerShell expression, in printable ASCII alone: Windows PowerShell takes a script without a byte order mark for
 * ANSI, and the mark does not survive every copy. Nothing in the text is evaluated.
 *
 * @example expression('Münster') // "('M' + [char] 0x00fc + 'nster')"
 */
export function expression(text: string): string {
  const parts = text.match(/[\x20-\x7e]+|[^\x20-\x7e]/g) ?? [];
  const [first, ...rest] = parts.map((part) => (/^[\x20-\x7e]/.test(part) ? verbatimString(part) : character(part)));
  if (first === undefined) return "''";
  // What stands first decides that the characters are joined, not added up.
  const operands = first.startsWith("'") ? [first, ...rest] : ["''", first, ...rest];
  return operands.length === 1 ? operands[0]! : `(${operands.join(' + ')})`;
}

/** By its UTF-16 unit, of which a character may have two: the pattern above has no flag u. */
function character(unit: string): string {
  return `[char] 0x${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
