/** What stands where a secret stood, in all that this software says and keeps: as Windows Installer writes a hidden property. */
export const mask = '**********';

/**
 * Makes what takes these secrets out of a text, however they are spelt in it. Another side’s words may repeat what they were sent.
 * An empty secret is none.
 */
export function maskerOf(secrets: readonly string[]): (text: string) => string {
  const pattern = patternOf(secrets.flatMap(spellingsOf));
  return (text) => (pattern ? text.replace(pattern, mask) : text);
}

/** As typed, on a command line, in WiX's custom action data, in XML, in JSON, in a URL and in a form. */
export function spellingsOf(secret: string): string[] {
  if (secret === '') return [];
  const xml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return [
    secret,
    secret.replaceAll('"', '""'),
    secret.replaceAll(';', ';;'),
    secret.replaceAll('\\', '\\\\'),
    xml,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.toWellFormed()),
    new URLSearchParams([['', secret]]).toString().slice(1),
  ];
}

/** Any of these texts; longer ones first, so that none hides behind its own beginning. Null where there is none. */
export function patternOf(texts: Iterable<string>): RegExp | null {
  const longestFirst = [...new Set(texts)].filter(Boolean).sort((a, b) => b.length - a.length);
  return longestFirst.length > 0 ? new RegExp(longestFirst.map(escaped).join('|'), 'g') : null;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
