import { type PlannedProperty, propertiesOf } from '../../machines/chart/installerProperties.ts';
import type { Answers } from '../../machines/pages/screens.ts';
import type { DialogProperty, PackageAsks } from '../../machines/ports/packageListing.ts';

/** A control of a dialog, which asks for any text unless it is said otherwise. */
export function control(property: string, given: Partial<DialogProperty> = {}): DialogProperty {
  return {
    dialog: 'TheDlg',
    control: `${property}Control`,
    type: 'Edit',
    property,
    label: null,
    password: false,
    choices: [],
    ...given,
  };
}

/** What a list of choices offers: the value that the package writes for each text. */
export function choices(texts: Readonly<Record<string, string>>): DialogProperty['choices'] {
  return Object.entries(texts).map(([value, text]) => ({ value, text }));
}

/** A package with these dialogs. It knows the properties that its controls set, and those that are named. */
export function packageAsking(dialogs: readonly DialogProperty[], given: Partial<PackageAsks> = {}): PackageAsks {
  return {
    productName: null,
    productCode: null,
    productVersion: null,
    from: 'listing',
    dialogs,
    screens: [],
    ...given,
    properties: [...dialogs.map(({ property }) => property), ...(given.properties ?? [])],
  };
}

/** What the answers become under a name that a page declares. */
export function plannedOf(name: string, answers: Answers): PlannedProperty {
  const property = propertiesOf(answers).find((one) => one.name === name);
  if (!property) throw new Error(`These answers do not become ${name}`);
  return property;
}
