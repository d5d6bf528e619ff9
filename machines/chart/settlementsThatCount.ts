import type { PackageSettlement, PackageSettlements } from '../ports/packageSettlement.ts';
import type { PlannedProperty } from './installerProperties.ts';

/**
 * What was settled by the package, as far as it counts with these answers: it may have been settled with others, before a change or by
 * another installation from the same package.
 */
export function settlementsThatCount(
  properties: readonly PlannedProperty[],
  settlements: PackageSettlements = {},
): PackageSettlements {
  return Object.fromEntries(
    properties.flatMap((property) => {
      const settlement = settlements[property.name];
      return settlement && counts(property, settlement) ? [[property.name, settlement] as const] : [];
    }),
  );
}

/** What is known for certain stands as it is published; and nobody can guess what an unknown property writes for another answer. */
function counts({ provenance, value }: PlannedProperty, { values }: PackageSettlement): boolean {
  if (provenance === 'documented') return false;
  return provenance === 'disputed' || values === undefined || typeof value !== 'string' || Object.hasOwn(values, value);
}
