import type { Brought } from '../ports/checks.ts';
import { isSameProduct, type PackageSettlement, type PackageSettlements } from '../ports/packageSettlement.ts';
import type { WizardContext } from './context.ts';

type Change = Partial<WizardContext>;

/** Takes what the look at the package has brought. What was settled by another package counts no longer. */
export function keepPackage({ settlements }: WizardContext, results: readonly Brought[]): Change {
  const brought = results.find(({ asks }) => asks !== undefined);
  if (!brought?.asks) return {};
  const { asks, kept = {} } = brought;
  const own = Object.entries(settlements).filter(
    ([, settlement]) => settlement.for === 'installation' && isSameProduct(settlement.product, asks),
  );
  return { packageAsks: asks, settlements: { ...kept, ...Object.fromEntries(own) } };
}

/** Settles an answer by its declared name, in place of what settled it before; with null, it is open again. */
export function keepSettlement(
  { settlements }: WizardContext,
  name: string,
  settlement: PackageSettlement | null,
): { readonly settlements: PackageSettlements } {
  const { [name]: _, ...others } = settlements;
  return { settlements: settlement ? { ...others, [name]: settlement } : others };
}
