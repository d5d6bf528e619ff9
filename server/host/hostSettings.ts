import type { Services } from '../../machines/ports/services.ts';
import type { Effect } from '../store/effect.ts';
import type { Row } from '../store/rows.ts';
import type { Store } from '../store/store.ts';
import type { Autopilot } from './autopilot.ts';
import type { NewInstallation, Rehearsal } from './newInstallation.ts';

/** What installations are hosted with. */
export interface HostSettings {
  readonly store: Store;
  readonly masterKey: Buffer;
  servicesFor(caller: Caller): Services;
  /** Whether the real installer can run on this host; where not, its script is handed out and its outcome reported. */
  readonly installsHere: boolean;
  /** Goes on by itself after a step; nothing does, without it. */
  readonly autopilot?: Autopilot;
  /** Where alone a call can be made; null, and without it, anywhere. */
  placeOf?(effect: Effect, row: Pick<Row, 'mode' | 'runner'>): string | null;
  /** The places that this process makes calls at, beside anywhere. */
  readonly places?: readonly string[];
  /** For what is a fault of this software. */
  report(error: unknown, about: object): void;
}

/** What the services may know of the installation that they are called for. */
export interface Caller {
  readonly id: string;
  readonly mode: NewInstallation['mode'];
  /** The runner that it has been given to. */
  readonly runner: string | null;
  readonly rehearsal: Rehearsal;
  /** How often each check, and the installer, has failed so far. */
  readonly failures: Readonly<Record<string, number>>;
}
