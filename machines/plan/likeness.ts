/**
 * How alike two texts of a screen are: 1 for the same words, 0 for none in common (Dice's coefficient of their words). Microsoft
 * calls Azure Active Directory "Microsoft Entra ID" since July 2023 (Microsoft Learn, "New name for Azure Active Directory"), so a
 * page may say either.
 *
 * @example likeness('Application ID:', 'The application ID') // 1
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);
}

/** How much of a text stands in others, 0 to 1. */
export function coverage(text: string, others: readonly string[]): number {
  const words = wordsOf(text);
  return words.size === 0 ? 0 : shared(words, wordsOf(others.join(' '))) / words.size;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length;
}

function wordsOf(text: string): Set<string> {
  const plain = text.toLowerCase().replace(/(?:microsoft )?entra id\b|azure active directory\b/g, 'azure ad');
  return new Set((plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !fillers.has(word)));
}

const fillers: ReadonlySet<string> = new Set(['a', 'an', 'and', 'by', 'for', 'of', 'or', 'the', 'to', 'your']);
