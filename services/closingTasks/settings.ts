import type { Resolve } from '../network/addresses.ts';
import type { PowerShellSettings } from '../powershell/powershell.ts';

/** How a finished installation is looked at. */
export interface ClosingSettings extends PowerShellSettings {
  /** The port of the MIM Service; 5725 unless told. */
  readonly servicePort?: number | undefined;
  /** How names are resolved, where not as the system does it. */
  readonly resolve?: Resolve | undefined;
}
