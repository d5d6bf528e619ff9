import type { PowerShellSettings } from '../powershell/powershell.ts';
import type { FindAlias } from './sqlAlias.ts';

/** How SQL Server is checked. All of it may be left out. */
export interface SqlSettings extends PowerShellSettings {
  /** How long each check may take, milliseconds; 15 seconds unless stated. */
  readonly timeout?: number | undefined;
  /** Certificates (PEM) of authorities of your own, to verify servers by. Stated, they stand in for the system's. */
  readonly ca?: string | undefined;
  /** UDP port of SQL Server Browser; 1434 unless stated. */
  readonly browserPort?: number | undefined;
  /** Looks up SQL aliases; on Windows in the registry, unless stated. */
  readonly alias?: FindAlias | undefined;
}
