/** A line for a comment of a script: printable ASCII, one line, and nothing that a shell would take for more than text. */
export function comment(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replaceAll('\u2026', '...')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[^\x20-\x7e]/g, '?')
    .trim();
}

/**
 * The same for a batch file, where a few signs mean something even in a remark, and in what is echoed.
 *
 * @example batchText('50 % of "it" (or less)') // 50 of 'it' or less
 */
export function batchText(text: string): string {
  return comment(text)
    .replaceAll('"', "'")
    .replace(/[%!^&|<>()`]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ +([.,:;])/g, '$1')
    .trim();
}

/** Lines as Windows ends them. */
export function windowsLines(lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n`;
}
