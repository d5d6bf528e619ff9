import { shows } from '../chart/branches.ts';
import { showsIf } from '../chart/flow.ts';
import { declaredProperties, type PlannedProperty } from '../chart/installerProperties.ts';
import type { PageId } from '../pages/screens.ts';
import { type Feature, featureNames, features } from '../vocabulary/features.ts';
import { isPublicName } from '../vocabulary/publicProperty.ts';

/** What settles one property: the configuration, or what the package asks. */
export interface Settlement {
  /** Its name in this package. */
  readonly rename?: string | undefined;
  /** Its value, whatever the answers say. */
  readonly set?: string | undefined;
  /** Values to be written otherwise, such as `{ Extranet: "1", None: "0" }`. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  readonly leaveOut?: true | undefined;
  /** It is right as it stands. */
  readonly confirm?: true | undefined;
  /** Where the package asks for it, in words; without this, it was settled by the configuration. */
  readonly byPackage?: string | undefined;
}

/** What settles properties, each under the name that a page declares it by. */
export type Settlements = Readonly<Record<string, Settlement>>;

/** A property as it goes, or does not go, into the installer's command. */
export interface SettledProperty extends Omit<PlannedProperty, 'page' | 'field' | 'provenance'> {
  /** `package`: it was not known for certain, and was settled by what the package itself knows. */
  readonly provenance: PlannedProperty['provenance'] | 'package';
  /** The name that a page declares it under, and that it is settled by. */
  readonly declared: string;
  /** Where it comes from; null for one that configuration adds. */
  readonly page: PlannedProperty['page'] | null;
  readonly field: string | null;
  /** False for one whose name is not known: it stands in the plan, and stays out of the command. */
  readonly passed: boolean;
}

/**
 * The properties as they are settled: renamed, set, or left out. One that is settled is no longer a guess; one whose
 * name nobody knows is never passed on. `chosen` are the features as `ADDLOCAL` names them: what configuration sets of a page
 * counts only where the page belongs to them.
 */
export function settleProperties(
  properties: readonly PlannedProperty[],
  settlements: Settlements,
  chosen: readonly string[],
): SettledProperty[] {
  const declared = properties.flatMap((property): SettledProperty[] => {
    const settlement = settlements[property.name];
    if (settlement?.leaveOut) return [];
    const { name } = property;
    return [settlement ? apply(property, settlement) : { ...property, declared: name, passed: isPublicName(name) }];
  });
  const added = Object.entries(settlements).flatMap(([name, { rename, set, leaveOut }]): SettledProperty[] => {
    const origin = declaredProperties.get(name);
    const isThere = properties.some((property) => property.name === name);
    if (set === undefined || leaveOut || isThere || !isPublicName(rename ?? name)) return [];
    if (origin && !isBroughtBy(chosen, origin.page)) return [];
    const from = { page: origin?.page ?? null, field: origin?.field ?? null };
    return [
      {
        name: rename ?? name,
        declared: name,
        value: set,
        ...from,
        provenance: 'documented',
        note: 'Set by configuration.',
        passed: true,
      },
    ];
  });
  return [...declared, ...added];
}

/** Whether a property is known for certain: from what is published, or from the package itself. */
export function isKnown(provenance: SettledProperty['provenance']): boolean {
  return provenance === 'documented' || provenance === 'package';
}

function apply(property: PlannedProperty, { rename, set, values, byPackage }: Settlement): SettledProperty {
  const name = rename ?? property.name;
  const known = isPublicName(name);
  const { value } = property;
  const written = typeof value === 'string' ? (set ?? values?.[value]) : undefined;
  const { provenance, note: _, ...rest } = property;
  return {
    ...rest,
    name,
    declared: property.name,
    value: written ?? value,
    provenance: known ? (byPackage === undefined ? 'documented' : 'package') : provenance,
    note: known ? (byPackage ?? 'Settled by configuration.') : (property.note ?? ''),
    passed: known,
  };
}

/** Whether these features alone bring the page up, whatever else is answered. */
function isBroughtBy(chosen: readonly string[], page: PageId): boolean {
  const names: Feature[] = featureNames.filter((name) => chosen.includes(features[name].feature));
  return shows(showsIf(page), { context: { answers: { components: { features: names } }, checks: [] } });
}
