import { finderOf } from './findTexts.ts';
import { spellingsOf } from './spellings.ts';

/**
 * What stands where a secret stood in what is logged, found out and kept: ten stars, as Windows Installer writes a hidden property. The
 * plan's command, which nobody has run, has a mark of its own (`secretInCommand`).
 */
export const mask = '**********';

/**
 * Makes what takes these secrets out of a text, in every spelling of `spellingsOf`, and puts `mask` in their place: another side’s
 * words may repeat what they were sent. An empty secret is none; a short one is taken out of the middle of words, too. Making it
 * costs more than using it, so make it once for many texts.
 *
 * @example
 * const masked = maskerOf(['Pass@word1']);
 * masked('Login failed: Pass%40word1'); // 'Login failed: **********'
 */
export function maskerOf(secrets: readonly string[]): (text: string) => string {
  const spellings = secrets.flatMap(spellingsOf);
  if (spellings.length === 0) return (text) => text;
  const find = finderOf(spellings);
  return (text) => {
    const places = find(text);
    if (places.length === 0) return text;
    const between = places.map(([, end], index) => text.slice(end, places[index + 1]?.[0]));
    return text.slice(0, places[0]![0]) + between.map((after) => mask + after).join('');
  };
}
