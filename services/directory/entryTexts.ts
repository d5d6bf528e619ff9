import type { Entry } from 'ldapts';

/** The first text of an attribute; empty where it has none. */
export function textOf(entry: Entry | undefined, attribute: string): string {
  return textsOf(entry, attribute)[0] ?? '';
}

/** The texts of an attribute; none where it is absent, which the library gives as an empty list. */
export function textsOf(entry: Entry | undefined, attribute: string): readonly string[] {
  const value = entry?.[attribute];
  return (Array.isArray(value) ? value : [value ?? []].flat()).map(String);
}
