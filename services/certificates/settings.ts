import type { PowerShellSettings } from '../powershell/powershell.ts';

export interface CertificateSettings extends PowerShellSettings {
  /** How long the check may take, milliseconds. */
  readonly timeout: number;
}
