import type { PowerShellSettings } from '../powershell/powershell.ts';
import type { ComesBack } from './judgeAutostart.ts';

/** How this host is looked at before the installation. */
export interface HostReadinessSettings extends PowerShellSettings {
  /**
   * How long the checks may take together, milliseconds: one script answers them all, and loading SharePoint's PowerShell alone
   * can take half a minute.
   */
  readonly timeout: number;
  /** Tells whether this process comes back after a restart; nothing, away from the server that is to be installed on. */
  readonly comesBack?: ComesBack | undefined;
}
