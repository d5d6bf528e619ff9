import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogs, german } from '../../server/language/german/german.ts';
import { translatorTo } from '../../server/language/languages.ts';
import { readTemplate } from '../../server/language/template.ts';
import { textsIn } from './englishTexts.ts';

const translator = translatorTo('de')!;

/** What is told to people here is in the catalog, to the last text. */
const told = globSync([] as string[]).toSorted();

/** Texts that have words and are not told: what stands here has its reason beside it. */
const untold: readonly RegExp[] = [];

describe('The German catalog', () => {
  it.each(Object.entries(german))('puts into “%s” what the English text has', (english, message) => {
    const names = readTemplate(english)?.names ?? [];
    const values = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
    const text = translator.tell(english.replaceAll(/\{([a-z]\w*)\}/gi, (_, name: string) => values[name]!));
    expect(message.trim()).toBe(message);
    for (const value of Object.values(values)) if (!/, (?:plural|select),/.test(message)) expect(text).toContain(value);
  });

  it('has no text twice', () => {
    const keys = catalogs.flatMap((catalog) => Object.keys(catalog));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('has every text of the files whose texts are told', () => {
    const missing = told.flatMap(textsIn).filter(({ text }) => !isUntold(text) && translator.find(sampleOf(text)) === undefined);
    expect(missing).toEqual([]);
  });
});

function isUntold(text: string): boolean {
  return untold.some((pattern) => pattern.test(text));
}

/** The text with something at each place. */
function sampleOf(text: string): string {
  return text.replaceAll(/\{[a-z]\w*\}/gi, 'x1');
}
