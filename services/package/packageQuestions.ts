import type { PackageAsks, PackageListing } from '../../machines/ports/packageListing.ts';
import { isPublicName } from '../../machines/vocabulary/publicProperty.ts';

/**
 * What the dialogs of a package ask: the part of its listing by which answers are settled. It leaves out private properties, which
 * no command line can set.
 */
export function packageQuestions(package_: PackageListing, from: PackageAsks['from']): PackageAsks {
  const { productName, productCode, productVersion, dialogs, screens = [], properties } = package_;
  const settable = dialogs.filter(({ property }) => isPublicName(property));
  const shown = new Set(settable.map(({ dialog }) => dialog));
  return {
    productName,
    productCode,
    productVersion,
    from,
    dialogs: settable.slice(0, most),
    screens: screens.filter(({ dialog }) => shown.has(dialog)).slice(0, most),
    properties: properties.map(({ name }) => name).slice(0, mostNames),
  };
}

/** Of the real package, the dialogs ask for some hundred things. What a hostile one says beyond this is not kept. */
const most = 1000;
const mostNames = 5000;
