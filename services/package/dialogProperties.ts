import { limits } from './limits.ts';
import { isProperty } from './propertyName.ts';
import { numberOf, textOf } from './tableCells.ts';
import type { Row, Tables } from './tables.ts';
import { tooMuch } from './unsuitablePackage.ts';

/** A property that a control of a dialog sets: so an unattended installation can set it, too. */
export interface DialogProperty {
  readonly dialog: string;
  readonly control: string;
  /** The kind of control, as the package names it: `Edit`, `CheckBox`, `ComboBox`, … */
  readonly type: string;
  readonly property: string;
  /** The words beside the control, or on it. */
  readonly label: string | null;
  /** What is typed into it is shown as dots. */
  readonly password: boolean;
  /** The values that the dialog offers, with the text shown for each; none, where any text can be typed. */
  readonly choices: readonly { readonly value: string; readonly text: string | null }[];
}

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

/** An edit control has no words of its own: those of the text control count from which the tab key leads to it. */
function labelsOf(controls: readonly Row[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const row of controls) {
    const next = textOf(row, 'Control_Next');
    const text = plain(textOf(row, 'Text'));
    if (textOf(row, 'Type') === 'Text' && next && text) labels.set(keyOf(textOf(row, 'Dialog_'), next), text);
  }
  return labels;
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

/** Without the font at its beginning, and without the mark of the access key. */
function plain(text: string | null): string | null {
  const words = text?.slice(0, limits.label).replace(/^\{[\\&][^}]*\}/, '');
  return words?.replace(/&(?!&)/, '') || null;
}

function keyOf(dialog: string | null, control: string | null): string {
  return `${dialog}/${control}`;
}
