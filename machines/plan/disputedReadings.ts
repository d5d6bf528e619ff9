import type { Reading } from '../pages/definePage.ts';
import type { DialogProperty, PackageAsks } from '../ports/packageListing.ts';

/** One way to read a property on which sources disagree, and what of the package speaks for it. */
export interface ReadingOfPackage {
  readonly property: string;
  /** What is written for each value of the plan; empty where they stay as they are. */
  readonly values: Readonly<Record<string, string>>;
  readonly grounds: readonly string[];
  /** The control of the package that sets it; null where no dialog does. */
  readonly control: DialogProperty | null;
  /** How much speaks for it: a measure to compare by, and no more. */
  readonly weight: number;
}

/**
 * The ways to read a property on which sources disagree: as the plan has it, and as other sources do, as far as the package knows the
 * name and they change what is passed on. The one that the package speaks for goes first; where it speaks for none, somebody has to
 * know.
 *
 * @param value as the plan has it.
 */
export function readingsOf(name: string, value: string, readings: readonly Reading[], asks: PackageAsks): ReadingOfPackage[] {
  const all: readonly Reading[] = [{ source: 'So the plan has it.' }, ...readings];
  const names = [...new Set(all.map((one) => one.name ?? name))];
  const known = names.filter((one) => asks.properties.includes(one));
  return all
    .filter((one) => known.includes(one.name ?? name) && (one.values === undefined || (one.values[value] ?? value) !== value))
    .map(({ name: property = name, values = {}, source }) => {
      const written = values[value] ?? value;
      const control = asks.dialogs.find((dialog) => dialog.property === property) ?? null;
      const choices = control?.choices ?? [];
      // A check box alone tells what it writes when it is ticked, and not whether it has to be.
      const offers = choices.length > 1 && choices.some((choice) => choice.value === written);
      const isOnlyName = names.length > 1 && known.length === 1;
      return {
        property,
        values,
        control,
        grounds: [
          source,
          ...(isOnlyName ? [`Of ${names.join(' and ')}, the package knows this one alone.`] : []),
          ...(control && offers ? [`Its dialog ${control.dialog} offers “${written}”.`] : []),
        ],
        weight: Number(isOnlyName) + Number(offers),
      };
    })
    .sort((a, b) => b.weight - a.weight);
}
