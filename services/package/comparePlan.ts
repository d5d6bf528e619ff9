import type { ListedProperty, PackageListing } from '../../machines/ports/packageListing.ts';
import { isBuild, isOlder, minimumForApplicationContext } from '../platforms/builds.ts';
import { compareProperties } from './compareProperties.ts';
import { shown, shownList } from './packageWords.ts';
import type { PackageFinding, PlanToCompare } from './planComparison.ts';

/** Holds a plan against the package that it is to be installed from; the worst findings come first. */
export function comparePlanWithPackage(plan: PlanToCompare, info: PackageListing): readonly PackageFinding[] {
  if (!isServiceAndPortal(info)) return [notServiceAndPortal(info)];
  const findings = [
    ...compareFeatures(plan, info),
    ...compareBuild(plan, info),
    ...compareSummary(info),
    ...compareProperties(plan, info),
  ];
  return findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/**
 * Whether it is the MIM Service and Portal: by what it installs and asks, not by its name, which has changed from release to release.
 */
export function isServiceAndPortal({ features, properties }: Pick<PackageListing, 'features' | 'properties'>): boolean {
  const knows = (names: readonly string[], all: readonly Pick<ListedProperty, 'name'>[]) =>
    all.some(({ name }) => names.includes(name));
  const ids = features.map(({ id }) => ({ name: id }));
  return knows(itsFeatures, ids) && knows(itsProperties, properties);
}

const severities: readonly PackageFinding['severity'][] = ['failed', 'warning', 'info'];
/** Features by which the product is known. */
export const itsFeatures = ['CommonServices', 'WebPortals', 'RegistrationPortal', 'ResetPortal'];
/** Properties by which it is known. */
export const itsProperties = ['SQLSERVER_SERVER', 'SERVICEADDRESS', 'SHAREPOINT_URL', 'REGISTRATION_HOSTNAME', 'RESET_HOSTNAME'];
/** Options with Application Context Authentication. */
const applicationContext = ['C', 'H'];

function notServiceAndPortal({ productName }: PackageListing): PackageFinding {
  return {
    severity: 'failed',
    code: 'not-mim-service-and-portal',
    message: `The package installs ${productName ? `“${shown(productName)}”` : 'something else'}, not the MIM Service and Portal. Name the file Service and Portal.msi of the installation media.`,
  };
}

function compareFeatures(plan: PlanToCompare, info: PackageListing): PackageFinding[] {
  const known = info.features.map(({ id }) => id);
  return plan.features
    .filter((feature) => !known.includes(feature))
    .map((feature) => ({
      severity: 'failed',
      code: 'feature-unknown',
      subject: feature,
      message: `The package has no feature ${feature}, so the installer would refuse. It has ${shownList(known)}. Take another build, or leave the feature out.`,
    }));
}

function compareBuild({ option }: PlanToCompare, { productVersion }: PackageListing): PackageFinding[] {
  if (!productVersion || !isBuild(productVersion)) {
    return [
      {
        severity: 'warning',
        code: 'build-unreadable',
        message: `The package gives ${productVersion ? `“${shown(productVersion)}”` : 'nothing'} as its build. See by its file properties that it is the build that you mean to install.`,
      },
    ];
  }
  if (!option || !applicationContext.includes(option) || !isOlder(productVersion, minimumForApplicationContext)) return [];
  return [
    {
      severity: 'failed',
      code: 'build-too-old',
      message: `The package is build ${productVersion}; Application Context Authentication (option ${option}) needs ${minimumForApplicationContext} or later. Take a newer build, or choose another authentication.`,
    },
  ];
}

function compareSummary({ summary }: PackageListing): PackageFinding[] {
  if (summary.state === 'fine') return [];
  return [
    {
      severity: 'warning',
      code: 'summary-unreadable',
      message: `The summary of the package is ${summary.state}, and Windows Installer may refuse the package for it. Copy it from the installation media again.`,
    },
  ];
}
