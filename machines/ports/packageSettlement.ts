import type { DialogProperty, Product } from './packageListing.ts';

/** An answer without a known property, settled by what the package's own dialogs ask: somebody has taken it, and answers for it. */
export interface PackageSettlement {
  /** The property of the package that carries the answer. */
  readonly property: string;
  /** What the package writes for a value of ours, where that differs. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** `package`: it counts for every installation from the same package. */
  readonly for: 'installation' | 'package';
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
  readonly product: Product;
  /** Where the package asks for it; undefined where no dialog does. */
  readonly asked?: Pick<DialogProperty, 'dialog' | 'control' | 'type' | 'label'> | undefined;
}

/** What was settled, by the name that a page declares the property under. */
export type PackageSettlements = Readonly<Record<string, PackageSettlement>>;

/** Whether a package says which one it is: by product code and version. */
export function saysWhich({ productCode, productVersion }: Product): boolean {
  return productCode !== null && productVersion !== null;
}

/** Whether two are the same package. One that does not identify itself equals no other. */
export function isSameProduct(one: Product, other: Product): boolean {
  return saysWhich(one) && one.productCode === other.productCode && one.productVersion === other.productVersion;
}
