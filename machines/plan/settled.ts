import type { WizardContext } from '../chart/context.ts';
import { type PlannedProperty, propertiesOf } from '../chart/installerProperties.ts';
import { settlementsThatCount } from '../chart/settlementsThatCount.ts';
import type { PackageSettlement, PackageSettlements } from '../ports/packageSettlement.ts';
import { featureNames, features } from '../vocabulary/features.ts';
import { type SettledProperty, type Settlement, type Settlements, settleProperties } from './settledProperties.ts';

/** What an installation amounts to before anything settles it. */
export interface ToSettle {
  /** As `ADDLOCAL` names them. */
  readonly features: readonly string[];
  readonly properties: readonly PlannedProperty[];
  /** Its own settlements, and those that are kept for its package, as far as they count with these answers. */
  readonly settlements?: PackageSettlements | undefined;
}

/** What an installation amounts to by its answers. */
export function toSettle({ answers, settlements }: Pick<WizardContext, 'answers' | 'settlements'>): ToSettle {
  const chosen = featureNames.filter((name) => answers.components?.features.includes(name));
  const properties = propertiesOf(answers);
  return {
    features: chosen.map((name) => features[name].feature),
    properties,
    settlements: settlementsThatCount(properties, settlements),
  };
}

/**
 * The properties as they go into the plan, the installer's command, and the comparison with the package: settled once, here, and
 * the same for all. What somebody settled for this installation counts first, then the configuration, then what is kept for the
 * package.
 *
 * @example settled(toSettle(context), {}).filter(({ passed }) => passed) // what the installer is told
 */
export function settled({ properties, features: chosen, settlements }: ToSettle, configured: Settlements): SettledProperty[] {
  return settleProperties(properties, settlementsOf(settlements, configured), chosen);
}

/** The names, as pages declare them, of what does not go into the command. */
export function leftOut(planned: ToSettle, configured: Settlements): string[] {
  return settled(planned, configured)
    .filter(({ passed }) => !passed)
    .map(({ declared }) => declared);
}

/** All that settles properties of an installation: for each name, the one settlement that counts. */
export function settlementsOf(own: PackageSettlements = {}, configured: Settlements = {}): Settlements {
  const of = (kind: PackageSettlement['for']) =>
    Object.entries(own)
      .filter(([, settlement]) => settlement.for === kind)
      .map(([name, settlement]) => [name, byPackage(settlement)] as const);
  return { ...Object.fromEntries(of('package')), ...configured, ...Object.fromEntries(of('installation')) };
}

function byPackage({ property, values, asked, product, who, at, for: whom }: PackageSettlement): Settlement {
  const { productName, productVersion } = product;
  const place = asked ? `${asked.type}${asked.label ? ` “${asked.label}”` : ''} on ${asked.dialog}, of` : 'A property of';
  const taken = whom === 'package' ? 'kept for this package' : 'taken for this installation';
  return {
    rename: property,
    values,
    byPackage: `${place} ${[productName ?? 'the package', productVersion].filter(Boolean).join(' ')}; ${taken} by ${who} on ${at.slice(0, 10)}.`,
  };
}
