import type { Services } from '../../machines/ports/services.ts';
import type { Planning } from '../plan/forms.ts';
import type { Row } from '../store/rows.ts';
import type { Store } from '../store/syncStore.ts';

/** How an installation is to be rehearsed. */
export interface Rehearsal {
  readonly failAt?: string | undefined;
  readonly failCheck?: string | undefined;
  readonly times?: number | undefined;
  readonly pace?: number | undefined;
}

/** What a new installation is begun with. */
export interface Wish {
  readonly name?: string | undefined;
  readonly mode: Row['mode'];
  readonly package?: string | undefined;
  readonly rehearsal?: Rehearsal | undefined;
}

/** What the services may know of the installation that they are called for. */
export interface Calling {
  readonly id: string;
  readonly mode: Row['mode'];
  readonly rehearsal: Rehearsal;
  /** How often each check, and the installer, has failed so far. */
  readonly failures: Readonly<Record<string, number>>;
}

/** What installations are hosted with. */
export interface Host {
  readonly store: Store;
  readonly masterKey: Buffer;
  servicesFor(calling: Calling): Services;
  /** Whether the real installer can run on this host; where not, its script is handed out and its outcome reported. */
  readonly installsHere: boolean;
  /** What configuration adds to every plan. */
  readonly planning: Planning;
  /** For what is a fault of this software. */
  report(error: unknown, about: object): void;
}
