import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PackageAsks, PackageListing } from '../../machines/ports/packageListing.ts';
import type { WholeSubject } from '../../machines/ports/subjects.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { type Finding, failed, unavailable } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { installedProduct } from '../installer/installedProduct.ts';
import { type ProductIdentity, relatedProducts } from '../installer/relatedProducts.ts';
import { checkPackage } from '../package/checkPackage.ts';
import { comparablePlan } from '../package/comparablePlan.ts';
import type { PackageInfo } from '../package/packageInfo.ts';
import { packageQuestions } from '../package/packageQuestions.ts';
import { readPackage } from '../package/readPackage.ts';
import type { LiveSettings } from './settings.ts';

/**
 * Reads the package, holds the plan against it, and asks Windows whether it is installed already. Where the package is not at hand,
 * its listing does for the comparison. What the package asks comes with the result, so that open answers can be settled by it.
 */
export async function packageCheck(
  subject: WholeSubject,
  call: Call,
  settings: Pick<LiveSettings, 'hostTimeout' | 'package' | 'settlements'>,
  platform: NodeJS.Platform = process.platform,
): Promise<CheckResult> {
  const path = subject.package ?? settings.package;
  const plan = comparablePlan(subject, settings.settlements);
  let asks: PackageAsks | undefined;
  const result = await makeCheck({ id: 'package', page: 'ready', timeout: settings.hostTimeout }, call, async (signal) => {
    const found = await lookAt(path, subject.listing, signal);
    if (found) asks = packageQuestions(found.listing, found.from);
    if (path === undefined && platform === 'win32') return noneToInstall;
    if (!found) return noneConfigured;
    const finding = checkPackage(found.listing, plan);
    return found.from === 'file' ? withInstalled(finding, found.listing, platform, signal) : finding;
  });
  return asks ? { ...result, asks } : result;
}

type Found =
  | { readonly from: 'file'; readonly listing: PackageInfo }
  | { readonly from: 'listing'; readonly listing: PackageListing };

/** The package itself where it is here, or else its listing. Throws a `Problem` where there is no listing, and the file is no package. */
async function lookAt(
  path: string | undefined,
  listing: PackageListing | undefined,
  signal: AbortSignal,
): Promise<Found | undefined> {
  const told = listing && ({ from: 'listing', listing } as const);
  if (path === undefined) return told;
  try {
    return { from: 'file', listing: await readPackage(path, { signal }) };
  } catch (error) {
    if (told && error instanceof Problem) return told;
    throw named(error, path);
  }
}

/** Where the installer could run, it would only fail of this. Elsewhere the script is told where the package is. */
const noneToInstall = failed(
  'package-unsuitable',
  'No package is configured, so there is nothing to install from. Set MIM_SETUP_PACKAGE to Service and Portal.msi and start the service again, or begin with its path; or run the script of the plan, and report what comes of it.',
);

const noneConfigured = unavailable(
  'No package is configured, so the plan is not held against one. Set MIM_SETUP_PACKAGE to Service and Portal.msi, or send its listing in: mim-setup inspect --json on the server makes one.',
);

/** What is wrong with the file, with its name: it may have been set by somebody else, long ago. */
function named(error: unknown, path: string): unknown {
  if (!(error instanceof Problem) || error.message.includes(path)) return error;
  return new Problem(error.code, `${path}: ${error.message}`, { cause: error.cause });
}

async function withInstalled(
  finding: Finding,
  identity: ProductIdentity,
  platform: NodeJS.Platform,
  signal: AbortSignal,
): Promise<Finding> {
  const present = await whatIsInstalled(identity, platform, signal);
  if (present === null) return finding;
  if (finding.status === 'failed') return { ...finding, message: `${finding.message} And ${present}` };
  return failed('package-unsuitable', present, { ...(finding.detail && { detail: finding.detail }) });
}

async function whatIsInstalled(
  identity: ProductIdentity,
  platform: NodeJS.Platform,
  signal: AbortSignal,
): Promise<string | null> {
  const same = await installedProduct(identity.productCode, platform, signal);
  if (same) {
    return `${same.name} ${same.version} is installed already. To change it, use Programs and Features of Windows; to install anew, remove it first.`;
  }
  const [other] = await relatedProducts(identity, platform, signal);
  if (!other) return null;
  return `${other.name} ${other.version}, another build, is installed already. To install anew, remove it first; to let this package upgrade it, if it can, override this check knowingly: its database is upgraded with it.`;
}
