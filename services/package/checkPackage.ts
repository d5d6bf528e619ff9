import type { PackageListing, Product } from '../../machines/ports/packageListing.ts';
import { type Finding, failed, passed, warning } from '../checks/finding.ts';
import { lastServicePack, servicePackOf } from '../platforms/supportedPlatforms.ts';
import { comparePlanWithPackage } from './comparePlan.ts';
import { describeFindings } from './describePackage.ts';
import { shown } from './packageWords.ts';
import type { PackageFinding, PlanToCompare } from './planComparison.ts';

/**
 * The finding of the check `package`: whether the package is the right one, and fits the plan. Its message has what counts most,
 * its detail a line for each finding.
 */
export function checkPackage(listing: PackageListing, plan: PlanToCompare): Finding {
  const findings = [...comparePlanWithPackage(plan, listing), ...servicePack(listing)];
  const worst = findings.filter(({ severity }) => severity === findings[0]?.severity);
  const detail = describeFindings(findings);
  if (worst[0]?.severity === 'failed') return failed('package-unsuitable', summed(worst), { detail });
  if (worst[0]?.severity === 'warning') return warning('package-unsuitable', summed(worst), detail);
  return passed(`The package is ${nameOf(listing)}, and fits the plan.`, detail);
}

/** The first in full, and how many more there are. */
function summed([first, ...more]: readonly PackageFinding[]): string {
  if (!first) return '';
  return more.length ? `${first.message} And ${more.length} more: see the detail.` : first.message;
}

/** Which service pack it is: what the server runs on may need a later one. */
function servicePack({ productVersion }: Product): PackageFinding[] {
  const pack = servicePackOf(productVersion);
  if (pack === null) return [];
  const { name, build, neededFor } = lastServicePack;
  const later = pack === name ? '' : ` ${name} begins with build ${build}; these need it: ${neededFor.join(', ')}.`;
  const message = `By its build, this is MIM 2016 ${pack}.${later}`;
  return [{ severity: 'info', code: 'service-pack', subject: pack, message }];
}

function nameOf({ productName, productVersion }: Product): string {
  return [productName ?? 'without a name', productVersion]
    .filter((part) => part !== null)
    .map((part) => shown(part))
    .join(' ');
}
