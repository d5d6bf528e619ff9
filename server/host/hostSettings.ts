import type { Services } from '../../machines/ports/services.ts';
import type { Store } from '../store/syncStore.ts';
import type { NewInstallation, Rehearsal } from './newInstallation.ts';

/** What installations are hosted with. */
export interface HostSettings {
  readonly store: Store;
  readonly masterKey: Buffer;
  servicesFor(caller: Caller): Services;
  /** Whether the real installer can run on this host; where not, its script is handed out and its outcome reported. */
  readonly installsHere: boolean;
  /** For what is a fault of this software. */
  report(error: unknown, about: object): void;
}

/** What the services may know of the installation that they are called for. */
export interface Caller {
  readonly id: string;
  readonly mode: NewInstallation['mode'];
  readonly rehearsal: Rehearsal;
  /** How often each check, and the installer, has failed so far. */
  readonly failures: Readonly<Record<string, number>>;
}
