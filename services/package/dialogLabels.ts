import { limits } from './limits.ts';
import { numberOf, textOf } from './tableCells.ts';
import type { Row } from './tables.ts';

/**
 * The words beside each control that has none of its own: those of the text control from which the tab key leads to it. Where a
 * package does not lead it so, as those made with WiX, those that stand left of it in the same line, or else right above it.
 */
export function labelsOf(controls: readonly Row[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const [dialog, rows] of Map.groupBy(controls, (row) => textOf(row, 'Dialog_'))) {
    const texts = rows.filter((row) => textOf(row, 'Type') === 'Text' && plain(textOf(row, 'Text')));
    for (const row of rows.slice(0, limits.controlsOfDialog)) {
      if (!textOf(row, 'Property')) continue;
      const beside = texts.length > limits.controlsOfDialog ? undefined : nearest(row, texts);
      if (beside) labels.set(keyOf(dialog, textOf(row, 'Control')), plain(textOf(beside, 'Text'))!);
    }
    for (const text of texts) {
      const next = textOf(text, 'Control_Next');
      if (next) labels.set(keyOf(dialog, next), plain(textOf(text, 'Text'))!);
    }
  }
  return labels;
}

/**
 * The words of a text as they are shown: without the font at its beginning or the number of characters that may be typed, and
 * without the mark of the access key. Null where none are left.
 */
export function plain(text: string | null): string | null {
  const words = text?.slice(0, limits.label).replace(/^\{(?:[\\&][^}]*|\d+)\}/, '');
  return words?.replace(/&(?!&)/, '') || null;
}

/** By what a control is known among those of all dialogs. */
export function keyOf(dialog: string | null, control: string | null): string {
  return `${dialog}/${control}`;
}

function nearest(control: Row, texts: readonly Row[]): Row | undefined {
  const at = placeOf(control);
  const distances = texts.flatMap((text) => {
    const from = placeOf(text);
    const inLine = from.y < at.y + at.height && at.y < from.y + from.height;
    if (inLine && from.x < at.x) return [{ text, distance: at.x - from.x }];
    const gap = at.y - (from.y + from.height);
    const above = gap >= 0 && gap <= closeBy && from.x < at.x + at.width && at.x < from.x + from.width;
    return above ? [{ text, distance: farther + gap }] : [];
  });
  return distances.sort((a, b) => a.distance - b.distance)[0]?.text;
}

/** Installer units. A dialog is some 370 wide: what stands in the line is nearer than what stands above. */
const closeBy = 12;
const farther = 1000;

function placeOf(row: Row) {
  const number = (column: string) => numberOf(row, column) ?? 0;
  return { x: number('X'), y: number('Y'), width: number('Width'), height: number('Height') };
}
