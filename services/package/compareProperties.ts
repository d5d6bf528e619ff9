import { matchesFor } from '../../machines/plan/packageMatch.ts';
import type { DialogProperty, PackageListing } from '../../machines/ports/packageListing.ts';
import { isPublicName } from '../../machines/vocabulary/publicProperty.ts';
import { packageQuestions } from './packageQuestions.ts';
import { shown, shownList } from './packageWords.ts';
import type { PackageFinding, PlannedProperty, PlanToCompare } from './planComparison.ts';
import { windowsInstallerProperties } from './windowsInstallerProperties.ts';

/** Names what package and plan do not share, and for each answer that has no property yet, which ones may be meant for it. */
export function compareProperties({ properties }: PlanToCompare, info: PackageListing): PackageFinding[] {
  const planned = new Set(properties.map(({ name }) => name));
  const known = new Set(info.properties.map(({ name }) => name));
  const open = openProperties(info, planned);
  return [
    ...properties.filter(({ name }) => !isPublicName(name)).map((property) => unsettled(property, info, planned)),
    ...properties
      .filter(({ name }) => isPublicName(name) && !known.has(name) && !windowsInstallerProperties.has(name))
      .map((property) => unknown(property, known)),
    ...properties.flatMap((property) => compareValue(property, info)),
    ...open.map(left),
  ];
}

/** A property that could be given, and that the plan does not give. */
interface Open {
  readonly name: string;
  readonly value: string | null;
  readonly dialogs: readonly DialogProperty[];
}

/** What no plan needs to give: Windows Installer's own, and what the package finds out for itself. */
function openProperties({ properties, dialogs }: PackageListing, planned: ReadonlySet<string>): Open[] {
  const byProperty = Map.groupBy(dialogs, ({ property }) => property);
  return properties
    .filter(({ name, secure, from }) => {
      if (planned.has(name) || windowsInstallerProperties.has(name)) return false;
      if (from.includes('upgrade') || (from.includes('search') && !from.includes('dialog'))) return false;
      return secure || from.includes('dialog');
    })
    .map(({ name, value }) => ({ name, value, dialogs: byProperty.get(name) ?? [] }));
}

/** An answer whose property is not publicly known stands in the plan under a name of ours, such as `cloud.cloud`. */
function unsettled({ name }: PlannedProperty, info: PackageListing, planned: ReadonlySet<string>): PackageFinding {
  const candidates = matchesFor(name, packageQuestions(info, 'file'), planned);
  const advice = candidates.length
    ? `The package may mean it by ${candidates.map((match) => describe({ name: match.property, dialogs: [match] })).join('; or ')}. Settle it by that here, or by configuration.`
    : 'Nothing in the package looks like it. Set it after the installation, by the installer’s Change mode.';
  return {
    severity: 'warning',
    code: 'property-unsettled',
    subject: name,
    message: `No property is known for the answer ${name}, so the installer would not learn it. ${advice}`,
  };
}

function unknown({ name }: PlannedProperty, known: ReadonlySet<string>): PackageFinding {
  const similar = [...known].filter((other) => other.startsWith(name) || name.startsWith(other));
  return {
    severity: 'warning',
    code: 'property-unknown',
    subject: name,
    message: `The package mentions no property ${name}: Windows Installer would take it and nothing would come of it. ${
      similar.length ? `It has ${shownList(similar)}; give` : 'Give'
    } the answer the right name by configuration, or check its effect after the installation.`,
  };
}

/** Where a dialog offers a choice, other values mean nothing to the installer. */
function compareValue({ name, value }: PlannedProperty, { dialogs }: PackageListing): PackageFinding[] {
  if (value === null) return [];
  const offered = dialogs
    .filter(({ property, type }) => property === name && exclusive.has(type))
    .flatMap(({ choices }) => choices.map((choice) => choice.value));
  if (offered.length === 0 || offered.includes(value)) return [];
  return [
    {
      severity: 'warning',
      code: 'value-unknown',
      subject: name,
      message: `The plan sets ${name} to “${value}”; the package’s own dialog offers ${shownList(offered)}. Check which one is meant.`,
    },
  ];
}

function left(property: Open): PackageFinding {
  const kept = property.value === null ? 'It stays empty' : `It stays “${shown(property.value)}”`;
  return {
    severity: 'info',
    code: 'property-open',
    subject: property.name,
    message: `The plan leaves ${describe(property)} as it is. ${kept} unless you set it by configuration.`,
  };
}

function describe({ name, dialogs }: Pick<Open, 'name' | 'dialogs'>): string {
  const [dialog] = dialogs;
  if (!dialog) return name;
  const values = dialog.choices.map(({ value }) => `“${value}”`).join(', ');
  const details = [
    `${dialog.type} on ${dialog.dialog}`,
    dialog.label && `labelled “${dialog.label}”`,
    values && `values ${values}`,
  ];
  return `${name} (${details.filter(Boolean).join(', ')})`;
}

/** Controls that offer nothing but their choices. A check box may also be off, and a combo box may be typed into. */
const exclusive: ReadonlySet<string> = new Set(['RadioButtonGroup', 'ListBox']);
