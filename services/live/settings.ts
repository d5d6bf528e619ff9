import type { Settlements } from '../../machines/plan/settledProperties.ts';
import type { DirectorySettings } from '../directory/settings.ts';
import type { CloudOverrides } from '../entra/clouds.ts';
import type { ComesBack } from '../host/judgeAutostart.ts';

/** What the live services are configured by. */
export interface LiveSettings {
  /** How long a check may take, milliseconds. */
  readonly timeout: number;
  /** How long those of this host may take, milliseconds: Windows and SharePoint are asked by one script, slow to load. */
  readonly hostTimeout: number;
  /** Where the installer's jobs have their folders. */
  readonly jobsFolder: string;
  /** Path of `Service and Portal.msi`, where an installation does not name its own. */
  readonly package?: string | undefined;
  /** What configuration says of single properties. */
  readonly settlements: Settlements;
  /** Hosts to use in place of a cloud's own. */
  readonly clouds: CloudOverrides;
  /** The public application that signs users in with a code. */
  readonly clientId?: string | undefined;
  readonly directory: Pick<DirectorySettings, 'url' | 'ca' | 'user' | 'password' | 'baseDn' | 'localRights' | 'server'>;
  readonly sql: { readonly ca?: string | undefined };
  readonly mail: {
    readonly smtpPort?: number | undefined;
    readonly exchangePort?: number | undefined;
    readonly hosts?: Readonly<Record<string, string>> | undefined;
  };
  /** Tells whether this process comes back after a restart of the server that it installs on. */
  readonly comesBack?: ComesBack | undefined;
  /** What runs in the place of Windows' msiexec, for hosts that bring their own. */
  readonly installerProgram?: readonly string[] | undefined;
  /** Is told of faults of this software, cleared of secrets. */
  readonly report?: ((fault: unknown, about: object) => void) | undefined;
}
