/** Expressions of PowerShell as a list, one a line. */
export function list(items: readonly string[]): string {
  return items.length === 0 ? '@()' : `@(\r\n${items.map((item) => `    ${item}`).join('\r\n')}\r\n)`;
}
