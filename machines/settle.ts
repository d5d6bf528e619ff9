import type { PlannedProperty } from './installJob.ts';

/** What configuration says of one property, by the name that it is declared under. */
export interface Settlement {
  /** Its name in this package. */
  readonly name?: string | undefined;
  /** Its value, whatever the answers say. */
  readonly value?: string | undefined;
  /** Values to be written otherwise, such as `{ Extranet: "1", None: "0" }`. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  readonly leaveOut?: boolean | undefined;
  /** It is right as it stands. */
  readonly confirmed?: boolean | undefined;
}

export type Settlements = Readonly<Record<string, Settlement>>;

/** A property as it goes, or does not go, into the installer's command. */
export interface SettledProperty extends Omit<PlannedProperty, 'page' | 'field'> {
  readonly page: PlannedProperty['page'] | null;
  readonly field: string | null;
  /** False for one whose name is not known: it stands in the plan, and stays out of the command. */
  readonly passed: boolean;
}

/**
 * The properties as configuration settles them: renamed, set, or left out. One that is settled is no guess any more; one whose
 * name nobody knows is never passed on.
 */
export function settle(properties: readonly PlannedProperty[], settlements: Settlements): SettledProperty[] {
  const declared = properties.flatMap((property): SettledProperty[] => {
    const settlement = settlements[property.name];
    if (settlement?.leaveOut) return [];
    return [settlement ? apply(property, settlement) : { ...property, passed: isPublicName(property.name) }];
  });
  const added = Object.entries(settlements)
    .filter(
      ([name, { value, leaveOut }]) => value !== undefined && !leaveOut && !properties.some((property) => property.name === name),
    )
    .filter(([name, { name: given }]) => isPublicName(given ?? name))
    .map(([name, { name: given, value }]): SettledProperty => {
      const note = 'Set by configuration.';
      return { name: given ?? name, value: value ?? '', page: null, field: null, provenance: 'documented', note, passed: true };
    });
  return [...declared, ...added];
}

/** The name of a public property of Windows Installer: upper case, digits, underscore and period. */
export function isPublicName(name: string): boolean {
  return /^[A-Z_][A-Z0-9_.]*$/.test(name);
}

function apply(property: PlannedProperty, { name, value, values }: Settlement): SettledProperty {
  const settledName = name ?? property.name;
  const known = isPublicName(settledName);
  const settledValue = value ?? (typeof property.value === 'string' ? values?.[property.value] : undefined) ?? property.value;
  const { provenance, note: _, ...rest } = property;
  return {
    ...rest,
    name: settledName,
    value: settledValue,
    provenance: known ? 'documented' : provenance,
    note: known ? 'Settled by configuration.' : (property.note ?? ''),
    passed: known,
  };
}
