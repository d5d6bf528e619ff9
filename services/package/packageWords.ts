/**
 * Words of a package as they may stand in a message or on a terminal: in one line, without control characters, and cut where
 * they are longer than `most` characters.
 */
export function shown(text: string | number, most = 200): string {
  const line = String(text)
    .slice(0, most + 1)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** Several of them, the first few in full. */
export function shownList(texts: readonly string[], most = 12): string {
  const more = texts.length > most ? ` and ${texts.length - most} more` : '';
  return (
    texts
      .slice(0, most)
      .map((text) => shown(text))
      .join(', ') + more
  );
}
