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

/** Each ends with a finding or throws a `Problem`; how long it may take is its caller's to say, by the signal. */
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
