/**
 * A table for people: each column as wide as its widest cell.
 *
 * @example columns(['id', 'status'], [['7f3a', 'ready']]) // ['id    status', '7f3a  ready']
 */
export function columns(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [heads, ...rows];
  const widths = heads.map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
