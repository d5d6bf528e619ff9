import { distance } from 'fastest-levenshtein';

/**
 * The name that a misspelt one most likely stands for, or nothing where none is near.
 *
 * @example nearest('mailsever', ['mailServer', 'database']) // 'mailServer'
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase().slice(0, longest);
  return names
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.far - b.far)[0]?.candidate;
}

/** No name of ours is longer; of a text that is, the rest is not worth comparing. */
const longest = 64;
