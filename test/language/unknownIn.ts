import { phaseOf, screenIds } from '../../machines/chart/flow.ts';
import { translatorTo } from '../../server/language/languages.ts';
import { translateReply } from '../../server/language/translateReply.ts';

const german = (await translatorTo('de'))!;
const phases: ReadonlySet<string> = new Set(screenIds.map(phaseOf));

/** The words of a reply, as it is made in English, that are not in the German catalogs. */
export function unknownIn(reply: unknown): string[] {
  const unknown = new Set<string>();
  const tell = (text: string) => {
    // A phase goes by the name that the chart has for it.
    if (text !== '' && !phases.has(text) && german.find(text) === undefined) unknown.add(text);
    return text;
  };
  translateReply(reply, { tell });
  return [...unknown];
}
