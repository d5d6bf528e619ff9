import type { DialogProperty, PropertyOrigin } from '../../machines/ports/packageListing.ts';
import { isPublicName, publicName } from '../../machines/vocabulary/publicProperty.ts';
import { limits } from './limits.ts';
import type { PackageProperty } from './packageInfo.ts';
import { textOf } from './tableCells.ts';
import type { Tables } from './tables.ts';
import { tooMuch } from './unsuitablePackage.ts';

/** The values that the package itself gives to properties, public or not. */
export function defaultsOf(tables: Tables): ReadonlyMap<string, string> {
  return new Map(tables.rows('Property').map((row) => [textOf(row, 'Property') ?? '', textOf(row, 'Value') ?? '']));
}

/** Every public property that the package mentions, by name: what it does not mention here, it does not know. */
export function publicProperties(
  tables: Tables,
  defaults: ReadonlyMap<string, string>,
  dialogs: readonly DialogProperty[],
): PackageProperty[] {
  const found = new Map<string, Set<PropertyOrigin>>();
  const note = (origin: PropertyOrigin, names: Iterable<string | null>) => {
    for (const name of names) {
      if (!name || !isPublicName(name)) continue;
      found.set(name, (found.get(name) ?? new Set()).add(origin));
      if (found.size > limits.properties) throw tooMuch('it has too many properties');
    }
  };
  const column = (table: string, name: string) => tables.rows(table).map((row) => textOf(row, name));

  note('default', defaults.keys());
  note('secure', namesInList(defaults.get('SecureCustomProperties')));
  note('hidden', namesInList(defaults.get('MsiHiddenProperties')));
  note(
    'dialog',
    dialogs.map(({ property }) => property),
  );
  note('search', column('AppSearch', 'Property'));
  note('upgrade', column('Upgrade', 'ActionProperty'));
  note('folder', column('Directory', 'Directory'));
  for (const [table, name] of conditions) {
    for (const condition of column(table, name)) note('condition', namesInCondition(condition));
  }
  for (const text of allTexts(tables)) note('text', namesInText(text));

  return [...found]
    .map(([name, origins]): PackageProperty => {
      const hidden = origins.has('hidden');
      return {
        name,
        value: hidden ? null : (defaults.get(name) ?? null),
        hidden,
        secure: origins.has('secure'),
        from: [...origins],
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const conditions = [
  ['LaunchCondition', 'Condition'],
  ['InstallExecuteSequence', 'Condition'],
  ['InstallUISequence', 'Condition'],
  ['Condition', 'Condition'],
  ['Component', 'Condition'],
  ['ControlCondition', 'Condition'],
  ['ControlEvent', 'Condition'],
] as const;

const operators = new Set(['AND', 'OR', 'NOT', 'XOR', 'EQV', 'IMP']);

function namesInCondition(condition: string | null): string[] {
  // A literal is no name; nor is what follows one of the marks for features, components and the environment.
  const bare = (condition ?? '')
    .slice(0, limits.condition)
    .replace(/"[^"]*"/g, ' ')
    .replace(/[$?&!%][\w.]+/g, ' ');
  return (bare.match(/\b[A-Za-z_][\w.]*/g) ?? []).filter((word) => !operators.has(word));
}

/** `[NAME]`: the property's value in a formatted text. */
const reference = new RegExp(`\\[(${publicName})\\]`, 'g');

// One after the other, so that the first too many ends it.
function* namesInText(text: string): Iterable<string> {
  for (const [, name] of text.matchAll(reference)) yield name!;
}

function* namesInList(list = ''): Iterable<string> {
  for (const [name] of list.matchAll(/[^;\s]+/g)) yield name;
}

function* allTexts({ strings }: Tables): Iterable<string> {
  for (let number = 1; number <= strings.count; number++) yield strings.text(number);
}
