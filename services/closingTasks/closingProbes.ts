import type { Finding } from '../checks/finding.ts';
import { resolveBySystem } from '../network/addresses.ts';
import { findPortal } from './portalAnswers.ts';
import { findService } from './serviceRuns.ts';
import type { ClosingSettings } from './settings.ts';

/** What can be seen of a finished installation (the guide's "Post-installation tasks"). */
export interface ClosingProbes {
  /** That the MIM Portal answers under the SharePoint site's address, and asks for Windows authentication. */
  checkPortal(siteUrl: string, signal: AbortSignal): Promise<Finding>;
  /** That the service FIMService runs on this host, and its port answers at `address`. */
  checkService(address: string, signal: AbortSignal): Promise<Finding>;
}

/**
 * What looks at a finished installation, each with a finding or a `Problem`. They have no time-out of their own: the caller says by
 * the signal how long they may take.
 */
export function closingProbes({
  servicePort = 5725,
  resolve = resolveBySystem,
  powershell,
}: ClosingSettings = {}): ClosingProbes {
  return {
    checkPortal: findPortal,
    checkService: (host, signal) => findService({ host, port: servicePort, resolve }, { powershell }, signal),
  };
}
