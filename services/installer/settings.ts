import type { PackageInfo } from '../package/packageInfo.ts';
import type { InstalledProduct } from './installedProduct.ts';

/** How the installer is run and followed. */
export interface InstallerSettings {
  /** Where each job has its folder, `<installation>/<attempt>`. It should be readable by nobody but this service. */
  readonly jobsFolder: string;
  /** How often a running job is looked at, milliseconds; 500 unless told. */
  readonly pollInterval?: number;
  /** How long a job whose process is gone has to be quiet before it counts as ended, milliseconds; 10 seconds unless told. */
  readonly quiet?: number;
  /** How long to wait for other installations of this host to end, milliseconds; an hour unless told. */
  readonly patience?: number;
  /** How long the installer may take to stop by itself when asked, before it is ended, milliseconds; a minute unless told. */
  readonly grace?: number;
  /** What runs in the place of Windows' msiexec: the program and its first arguments. */
  readonly program?: readonly string[];
  /** The file by which the installations of this host take turns; without it one place for the whole host. */
  readonly hostLock?: string;
  /** Reads the package; `readPackage` without it. */
  readonly describe?: (path: string, options: { readonly signal: AbortSignal }) => Promise<DescribedPackage>;
  /** The platform that it runs on; this host's unless told. */
  readonly platform?: NodeJS.Platform;
  /** What Windows Installer lists under a product code; see `installedProduct`, which is asked without it. */
  readonly installed?: (productCode: string | null) => Promise<InstalledProduct | null | undefined>;
  /** How long an installer that has ended may have a log that can't be read, milliseconds; a minute unless told. */
  readonly logPatience?: number;
  /** Is told of each fault of this software that keeps a job from being followed; what the host is at fault for is told as trouble. */
  readonly report?: (error: unknown, about: object) => void;
}

/** What is needed of a package: who it is, what it knows, what it hides, and its actions in order. */
export type DescribedPackage = Pick<PackageInfo, 'productCode'> & {
  readonly features: readonly { readonly id: string }[];
  readonly sequence: readonly { readonly action: string }[];
  readonly properties: readonly { readonly name: string; readonly hidden: boolean }[];
};
