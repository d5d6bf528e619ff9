import type { Finding } from '../check.ts';
import type { PowerShellSettings } from '../host/powershell.ts';
import { type Resolve, resolveBySystem } from '../network/addresses.ts';
import { findPortal } from './portal.ts';
import { findService } from './service.ts';
import { withinTime } from './withinTime.ts';

export interface AfterwardsSettings extends PowerShellSettings {
  /** How long one probe may take, milliseconds. The portal's first visit compiles its pages: leave it a minute. */
  readonly timeout: number;
  /** The port of the MIM Service; 5725 unless told. */
  readonly servicePort?: number | undefined;
  /** How names are resolved, where not as the system does it. */
  readonly resolve?: Resolve | undefined;
}

/** What can be seen of a finished installation (the guide's "Post-installation tasks"). */
export function createAfterwards({ timeout, servicePort = 5725, resolve = resolveBySystem, powershell }: AfterwardsSettings) {
  return {
    /** That the MIM Portal answers under the SharePoint site's address, and asks for Windows authentication. */
    checkPortal(siteUrl: string, signal: AbortSignal): Promise<Finding> {
      return withinTime(timeout, signal, (limited) => findPortal(siteUrl, limited));
    },
    /** That the service FIMService runs on this host, and its port answers at `address`. */
    checkService(address: string, signal: AbortSignal): Promise<Finding> {
      return withinTime(timeout, signal, (limited) =>
        findService({ host: address, port: servicePort, resolve }, { powershell }, limited),
      );
    },
  };
}
