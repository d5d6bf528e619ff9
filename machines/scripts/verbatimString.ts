/**
 * Any text as PowerShell's verbatim string: nothing in it is evaluated. PowerShell takes typographic quotes for straight ones
 * (about_Quoting_Rules), so they are doubled as well.
 *
 * @example verbatimString("it's") // 'it''s', quotes included
 */
export function verbatimString(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
