import type { PowerShellSettings } from './powershell.ts';

export interface HostSettings extends PowerShellSettings {
  /**
   * How long the checks may take together, milliseconds: one script answers them all, and loading SharePoint's PowerShell alone
   * can take half a minute.
   */
  readonly timeout: number;
}
