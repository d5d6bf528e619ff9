import type { CheckId, PageId } from '../pages/screens.ts';
import type { ProblemCode } from '../vocabulary/problems.ts';

/** Checks of this host, made before the installation; they belong to no page's answers. */
export const hostChecks = {
  'host-windows': { title: 'This is a supported Windows Server' },
  'host-elevated': { title: 'The service runs elevated' },
  'host-rights': { title: 'The installing user has the rights that the installer needs' },
  'host-sharepoint-solutions': { title: 'No SharePoint solution is being deployed or retracted' },
  'host-disk-space': { title: 'There is disk space enough' },
  'host-pending-reboot': { title: 'No restart is pending' },
  'host-installer-free': { title: 'No other installation runs' },
  package: { title: 'The package is there and is the right one' },
} as const;

export type HostCheckId = keyof typeof hostChecks;

/** Checks of the finished installation; they belong to its closing tasks. */
export const closingChecks = {
  'service-runs': { title: 'The MIM Service runs, and its port answers' },
  'portal-answers': { title: 'The MIM Portal answers and asks for Windows authentication' },
} as const;

export type ClosingCheckId = keyof typeof closingChecks;
export type AnyCheckId = CheckId | HostCheckId | ClosingCheckId;

/** How one check ended. */
export interface CheckResult {
  readonly id: AnyCheckId;
  /** The page whose answers were checked, `ready` for this host, `postInstallation` for what is installed. */
  readonly page: PageId | 'ready' | 'postInstallation';
  readonly status: 'passed' | 'warning' | 'failed';
  /** What kind of failure or warning it is. */
  readonly code?: ProblemCode;
  /** What was found and, unless it passed, what to do next. */
  readonly message: string;
  /** The other side's own words, where it said any. */
  readonly detail?: string;
  /** The field of the page that is at fault. */
  readonly field?: string;
  /** When it ended, ISO 8601, and how long it took, milliseconds. */
  readonly at: string;
  readonly ms: number;
}

/** A failed check that somebody answers for. */
export interface Override {
  readonly check: AnyCheckId;
  readonly reason: string;
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
}
