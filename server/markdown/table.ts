/**
 * A Markdown table, as GitHub has it. Its cells are Markdown: line breaks become spaces, and bars that are not escaped yet are.
 *
 * @example table(['field', 'label'], [[code('host'), 'Mail server']])
 */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

/**
 * Text as code; JSON for anything else.
 *
 * @example code('host') // `host`
 * code(['a']) // `["a"]`
 */
export function code(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function cell(text: string): string {
  return text
    .replace(/\r?\n/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|')
    .trim();
}
