import type { DialogProperty, DialogScreen } from '../../machines/ports/packageListing.ts';
import { keyOf, labelsOf, plain } from './dialogLabels.ts';
import { limits } from './limits.ts';
import { isProperty } from './propertyName.ts';
import { numberOf, textOf } from './tableCells.ts';
import type { Row, Tables } from './tables.ts';
import { tooMuch } from './unsuitablePackage.ts';

/**
 * Reads what the dialogs set: by the property that a control is bound to, and by the events of buttons that set one.
 * `defaults` has the package's own values of properties, for controls that are bound by way of another property.
 */
export function dialogProperties(tables: Tables, defaults: ReadonlyMap<string, string>): DialogProperty[] {
  const controls = tables.rows('Control');
  const labels = labelsOf(controls);
  const choices = choicesOf(tables);
  const bound = controls.flatMap((row): DialogProperty[] => {
    const type = textOf(row, 'Type');
    const named = textOf(row, 'Property');
    if (!type || !named || inert.has(type)) return [];
    const attributes = numberOf(row, 'Attributes') ?? 0;
    const property = attributes & indirect ? (defaults.get(named) ?? named) : named;
    if (!isProperty(property)) return [];
    const place = { dialog: textOf(row, 'Dialog_') ?? '', control: textOf(row, 'Control') ?? '' };
    const label = plain(textOf(row, 'Text')) ?? labels.get(keyOf(place.dialog, place.control)) ?? null;
    return [{ ...place, type, property, label, password: (attributes & dots) !== 0, choices: choices.get(property) ?? [] }];
  });
  const all = [...bound, ...eventsOf(tables, controls)];
  const offered = all.reduce((sum, dialog) => sum + dialog.choices.length, 0);
  if (all.length > limits.dialogs || offered > limits.choices) throw tooMuch('its dialogs ask for too much');
  return all;
}

/** The words on each dialog: its title, and its texts. By them a dialog is known, whatever it is called. */
export function dialogScreens(tables: Tables): DialogScreen[] {
  const texts = Map.groupBy(tables.rows('Control'), (row) => textOf(row, 'Dialog_') ?? '');
  return tables.rows('Dialog').map((row) => {
    const dialog = textOf(row, 'Dialog') ?? '';
    const shown = (texts.get(dialog) ?? []).filter((control) => textOf(control, 'Type') === 'Text');
    const words = [textOf(row, 'Title'), ...shown.map((control) => textOf(control, 'Text'))].map(plain);
    return { dialog, texts: words.filter((text) => text !== null).slice(0, limits.textsOfDialog) };
  });
}

/** Controls that show something and set nothing. */
const inert = new Set(['Text', 'ScrollableText', 'Line', 'GroupBox', 'Bitmap', 'Icon', 'ProgressBar', 'Billboard', 'PushButton']);
const indirect = 0x8;
const dots = 0x200000;

function eventsOf(tables: Tables, controls: readonly Row[]): DialogProperty[] {
  const byPlace = new Map(controls.map((row) => [keyOf(textOf(row, 'Dialog_'), textOf(row, 'Control')), row]));
  return tables.rows('ControlEvent').flatMap((row): DialogProperty[] => {
    const property = /^\[([^[\]]+)\]$/.exec(textOf(row, 'Event') ?? '')?.[1];
    const value = textOf(row, 'Argument');
    if (!property || !isProperty(property) || value === null) return [];
    const place = { dialog: textOf(row, 'Dialog_') ?? '', control: textOf(row, 'Control_') ?? '' };
    const control = byPlace.get(keyOf(place.dialog, place.control));
    // An empty value is written {} in this column.
    const choice = { value: value === '{}' ? '' : value.slice(0, limits.label), text: plain(textOf(row, 'Condition')) };
    const type = textOf(control, 'Type') ?? 'ControlEvent';
    return [{ ...place, type, property, label: plain(textOf(control, 'Text')), password: false, choices: [choice] }];
  });
}

function choicesOf(tables: Tables): ReadonlyMap<string, DialogProperty['choices']> {
  const choices = new Map<string, { value: string; text: string | null }[]>();
  for (const table of ['RadioButton', 'ComboBox', 'ListBox', 'ListView', 'CheckBox']) {
    for (const row of tables.rows(table).toSorted((a, b) => (numberOf(a, 'Order') ?? 0) - (numberOf(b, 'Order') ?? 0))) {
      const property = textOf(row, 'Property');
      if (!property) continue;
      const list = choices.get(property) ?? [];
      list.push({ value: (textOf(row, 'Value') ?? '').slice(0, limits.label), text: plain(textOf(row, 'Text')) });
      choices.set(property, list);
    }
  }
  return choices;
}
