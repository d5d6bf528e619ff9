import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { phaseOf, screenIds } from '../../machines/chart/flow.ts';
import { translatorTo } from '../../server/language/languages.ts';
import { declarationOf } from '../../server/view/pageDeclaration.ts';
import { type Field, readForm } from '../../server/web/src/form/schema.ts';
import { catalogs, german } from '../../server/web/src/language/german/german.ts';
import { names } from '../../server/web/src/language/german/names.ts';
import { speaker } from '../../server/web/src/language/speaker.ts';
import { spelledOut } from '../../server/web/src/words.ts';
import { textsIn } from './textsIn.ts';

const src = join(import.meta.dirname, '../../server/web/src');
const texts = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !relative(src, path).startsWith(`language${sep}`))
  .map((path) => ({ path: relative(src, path), ...textsIn(path, readFileSync(path, 'utf8')) }));
const said = new Set(texts.flatMap((one) => one.said));

describe('A text of the web page', () => {
  it('stands in its source only as one that is said in the user’s language', () => {
    for (const { path, raw, unclear } of texts) expect.soft({ path, raw, unclear }).toEqual({ path, raw: [], unclear: [] });
    expect(said.size).toBeGreaterThan(200);
  });

  it.each([
    ['a child', '<p>Some words</p>'],
    ['one of two children', "<p>{isPlaying ? 'Pause' : say('Play')}</p>"],
    ['a label', '<Button aria-label="Close" />'],
    ['a label that is put together', '<Button label={`Change: ${page}`} />'],
    ['a property that is shown', "const buttons = [{ label: 'Yes' }]"],
    ['a title unless another is given', "function Nowhere({ title = 'Nothing' }) {}"],
    ['the title of the window', "document.title = 'Runners'"],
    ['what a component returns', "function Value() { return 'none'; }"],
    ['a sentence anywhere', "const told = new Map([[404, 'There is no such page.']])"],
    ['a value of another text', "say('Asks: {page}', { page: 'the next page' })"],
  ])('is found where it stands raw as %s', (_, source) => {
    expect(textsIn('Sample.tsx', source).raw).toHaveLength(1);
  });

  it('is in the German catalogs, once, and they have no other', () => {
    const keys = catalogs.flatMap((catalog) => Object.keys(catalog));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect([...said].filter((text) => german[text] === undefined)).toEqual([]);
    expect(keys.filter((key) => !said.has(key) && names[key] === undefined)).toEqual([]);
  });

  it.each(Object.entries(german))('has in German the places and the tags that it has in English: %s', (english, text) => {
    expect(placesOf(read(text))).toEqual(placesOf(read(english)));
    expect(text.trim()).toBe(text);
    expect(text.match(/&/g)?.length).toBe(english.match(/&/g)?.length);
    expect(text).not.toMatch(/["“]\p{L}|\.\.\./u);
  });
});

describe('A name of the wizard', () => {
  it('is in the German catalogs as words: every screen, phase and field', () => {
    const fields = screenIds.flatMap((id) => fieldsOf(readForm(schemaOf(id)).fields));
    const wanted = [...screenIds, ...screenIds.map(phaseOf), ...fields, 'preparing', 'installing', 'rollingBack'].map(spelledOut);
    expect([...new Set(wanted)].filter((name) => german[name] === undefined)).toEqual([]);
  });
});

describe('A screen, and a phase', () => {
  it('is called the same on the page as on the picture that the service draws', async () => {
    const service = (await translatorTo('de'))!;
    const called = [...screenIds, ...screenIds.map(phaseOf)].map(spelledOut).filter((name) => names[name] !== undefined);
    expect(called.length).toBeGreaterThan(25);
    expect(called.map((name) => [name, names[name]])).toEqual(called.map((name) => [name, service.tell(name)]));
  });
});

describe('What says the texts', () => {
  const say = speaker('de-DE', {
    '{count, plural, one {# line} other {# lines}}': '{count, plural, one {# Zeile} other {# Zeilen}}',
  });

  it('counts as the language does, and writes numbers as the country does', () => {
    const lines = '{count, plural, one {# line} other {# lines}}';
    expect([1, 20_000].map((count) => say(lines, { count }).join(''))).toEqual(['1 Zeile', '20.000 Zeilen']);
  });

  it('says in English what its catalog does not have', () => {
    expect(say("The installer's log of {name}", { name: 'mim01' }).join('')).toBe("The installer's log of mim01");
  });

  it('makes elements of what stands between tags', () => {
    const parts = say('See <b>the {what}</b>.', { what: 'log', b: (inner: readonly unknown[]) => ({ inner }) });
    expect(parts).toEqual(['See ', { inner: ['the log'] }, '.']);
  });
});

function schemaOf(id: (typeof screenIds)[number]): Readonly<Record<string, unknown>> {
  const declared = declarationOf(id);
  return 'schema' in declared ? (declared.schema as Readonly<Record<string, unknown>>) : {};
}

function fieldsOf(fields: readonly Field[]): string[] {
  return fields.flatMap(({ name, fields: inner }) => [name, ...fieldsOf(inner)]);
}

function read(text: string): Message {
  return new IntlMessageFormat(text, 'en').getAst();
}

type Message = ReturnType<IntlMessageFormat['getAst']>;

/** What is put into a message, and the tags in it; an element of type 1 is a place. */
function placesOf(message: Message): string[] {
  const found = message.flatMap((element): string[] => {
    if ('options' in element) return [element.value, ...Object.values(element.options).flatMap(({ value }) => placesOf(value))];
    if ('children' in element) return [`<${element.value}>`, ...placesOf(element.children)];
    return element.type === 1 ? [element.value] : [];
  });
  return [...new Set(found)].toSorted();
}
