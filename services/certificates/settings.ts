import type { PowerShellSettings } from '../host/powershell.ts';

export interface CertificateSettings extends PowerShellSettings {
  /** How long the check may take, milliseconds. */
  readonly timeout: number;
}
