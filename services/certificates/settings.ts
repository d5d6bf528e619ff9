import type { PowerShellSettings } from '../powershell/powershell.ts';

/** How certificates are checked. */
export interface CertificateSettings extends PowerShellSettings {
  /** How long the check may take, milliseconds. */
  readonly timeout: number;
}
