import type { CheckId, OpenedAnswers, PageId } from '../pages/screens.ts';
import type { Feature } from '../vocabulary/features.ts';
import type { ProblemCode } from '../vocabulary/problems.ts';
import type { PackageAsks } from './packageListing.ts';
import type { PackageSettlements } from './packageSettlement.ts';

/** Checks of this host, made before the installation; they belong to no page's answers. */
export const hostChecks = {
  'host-windows': { title: 'Version of Windows Server' },
  'host-elevated': { title: 'Elevation of this service' },
  'host-rights': { title: 'Rights of the installing user' },
  'host-sharepoint-solutions': { title: 'Pending SharePoint deployments' },
  'host-disk-space': { title: 'Free disk space' },
  'host-pending-reboot': { title: 'Pending restart' },
  'host-installer-free': { title: 'Other installations under way' },
  'host-tls': { title: 'Versions of TLS on this server' },
  'host-dotnet': { title: '.NET Framework' },
  'host-visual-c': { title: 'Visual C++ redistributable' },
  'host-web-server': { title: 'Features of IIS' },
  'host-sharepoint-services': { title: 'Services of SharePoint' },
  'host-sharepoint-site': { title: 'Site collection of the MIM Portal' },
  'host-autostart': { title: 'Going on after a restart' },
  package: { title: 'Installer package' },
} as const;

/** A check of this host. */
export type HostCheckId = keyof typeof hostChecks;

/** Checks of the finished installation, each of a feature; they belong to its closing tasks. */
export const closingChecks = {
  'service-runs': { title: 'MIM Service', feature: 'service' },
  'portal-answers': { title: 'MIM Portal', feature: 'portal' },
} as const satisfies Record<string, { readonly title: string; readonly feature: Feature }>;

/** A check of the finished installation. */
export type ClosingCheckId = keyof typeof closingChecks;

/** The checks of the features that were installed. */
export function closingIds({ components }: Pick<OpenedAnswers, 'components'>): ClosingCheckId[] {
  const ids = Object.keys(closingChecks) as ClosingCheckId[];
  return ids.filter((id) => components?.features.includes(closingChecks[id].feature));
}

/** Any check, whatever it is about. */
export type AnyCheckId = CheckId | HostCheckId | ClosingCheckId;

/** How one check ended. */
export interface CheckResult extends Brought {
  readonly id: AnyCheckId;
  /** The page whose answers were checked, `ready` for this host, `postInstallation` for what is installed. */
  readonly page: PageId | 'ready' | 'postInstallation';
  /** `skipped`: it waits for another that did not pass. */
  readonly status: 'passed' | 'warning' | 'failed' | 'skipped';
  /** What kind of failure or warning it is. */
  readonly code?: ProblemCode;
  /** What was found and, unless it passed, what to do next. */
  readonly message: string;
  /** The other side's own words, where it said any. */
  readonly detail?: string;
  /** PowerShell that mends it, to be run on the server, elevated. */
  readonly script?: string;
  /** The field of the page that is at fault. */
  readonly field?: string;
  /** When it ended, ISO 8601, and how long it took, milliseconds. */
  readonly at: string;
  readonly ms: number;
}

/** What a look at the package brings beside its result: the chart keeps it elsewhere. */
export interface Brought {
  readonly asks?: PackageAsks | undefined;
  /** What is kept for this package, of settlements that were made in other installations. */
  readonly kept?: PackageSettlements | undefined;
}

/** A failed check that somebody answers for. */
export interface Override {
  readonly check: AnyCheckId;
  readonly reason: string;
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
}
