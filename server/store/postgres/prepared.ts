/** The text as PostgreSQL wants it, and a name by which a connection knows it again. */
export function prepared(sql: string): { readonly name: string; readonly text: string } {
  const known = texts.get(sql);
  if (known) return known;
  let count = 0;
  const text = sql.replaceAll('?', () => `$${++count}`);
  const made = { name: `mim-setup ${texts.size}`, text };
  texts.set(sql, made);
  return made;
}

const texts = new Map<string, { readonly name: string; readonly text: string }>();
