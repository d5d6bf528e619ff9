import { finderOf } from './findTexts.ts';
import { spellingsOf } from './spellings.ts';

/** What stands where a secret stood, in all that this software says and keeps: as Windows Installer writes a hidden property. */
export const mask = '**********';

/**
 * Makes what takes these secrets out of a text, however they are spelt in it. Another side’s words may repeat what they were sent.
 * An empty secret is none.
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
