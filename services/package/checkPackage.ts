import { type Finding, failed, passed, unavailable, warning } from '../checks/finding.ts';
import { comparePlanWithPackage } from './comparePlan.ts';
import { describeFindings } from './describePackage.ts';
import type { PackageInfo } from './packageInfo.ts';
import { shown } from './packageWords.ts';
import type { PackageFinding, PlanToCompare } from './planComparison.ts';
import { readPackage } from './readPackage.ts';

/**
 * The finding of the check `package`: that it is there, is the right one, and fits the plan. Its message has what counts most,
 * its detail a line for each finding. Throws a `Problem` where the file is no package at all.
 */
export async function checkPackage(path: string | undefined, plan: PlanToCompare, signal: AbortSignal): Promise<Finding> {
  if (!path) {
    return unavailable(
      'No package is configured, so the plan is not held against one. Set MIM_SETUP_PACKAGE to Service and Portal.msi.',
    );
  }
  const info = await readPackage(path, { signal });
  const findings = comparePlanWithPackage(plan, info);
  const worst = findings.filter(({ severity }) => severity === findings[0]?.severity);
  const detail = describeFindings(findings);
  if (worst[0]?.severity === 'failed') return failed('package-unsuitable', summed(worst), { detail });
  if (worst[0]?.severity === 'warning') return warning('package-unsuitable', summed(worst), detail);
  return passed(`The package is ${nameOf(info)}, and fits the plan.`, detail);
}

/** The first in full, and how many more there are. */
function summed([first, ...more]: readonly PackageFinding[]): string {
  if (!first) return '';
  return more.length ? `${first.message} And ${more.length} more: see the detail.` : first.message;
}

function nameOf({ productName, productVersion }: PackageInfo): string {
  return [productName ?? 'without a name', productVersion]
    .filter((part) => part !== null)
    .map((part) => shown(part))
    .join(' ');
}
