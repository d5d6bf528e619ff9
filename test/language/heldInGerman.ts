import { translatorTo } from '../../server/language/languages.ts';

const german = (await translatorTo('de'))!;

/** The same findings. Throws where what one says is not in the German catalogs, or is told in German in part alone. */
export function heldInGerman<Told extends { readonly status?: string; readonly message?: string }>(
  findings: readonly Told[],
): readonly Told[] {
  const wanting = findings.flatMap(({ message }) => (message === undefined || isGerman(message) ? [] : [message]));
  if (wanting.length === 0) return findings;
  throw new Error(
    `Not in the German catalogs, or not wholly:\n${wanting.map((one) => `${one}\n${german.tell(one)}`).join('\n')}`,
  );
}

function isGerman(message: string): boolean {
  const told = german.find(message);
  return told !== undefined && !leftOver.test(told.replace(saidByOthers, ''));
}

/** English words that are in no German text, no name and no command. */
const leftOver =
  /\b(?:the|this|it|its|is|are|be|has|have|can|cannot|may|does|not|no|and|or|of|for|by|from|with|which|that|there)\b/i;
/** The name of the package, and what PowerShell says itself. */
const saidByOthers = /Service and Portal|PowerShell gab keine Antwort: .*/gs;
