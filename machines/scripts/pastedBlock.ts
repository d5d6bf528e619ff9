/**
 * A script that people run or paste: it stops at the first error, and stands in a block, so that it leaves nothing behind in the
 * prompt.
 *
 * @param what a sentence that says what it does; it stands in the first line.
 */
export function pastedBlock(what: string, text: string): string {
  const lines = ["$ErrorActionPreference = 'Stop'", ...text.trim().split('\n')];
  return [`# ${what}`, '& {', ...lines.map((line) => (line === '' ? '' : `    ${line}`)), '}', ''].join('\r\n');
}
