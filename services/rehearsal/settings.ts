import type { Settlements } from '../../machines/plan/settledProperties.ts';

/** How an installation is rehearsed. */
export interface RehearsalSettings {
  /** Milliseconds that an action of the installer takes; 300 unless told otherwise. */
  readonly pace: number;
  /** The installer's action, and the check, that fail. */
  readonly failAt?: string | undefined;
  readonly failCheck?: string | undefined;
  /** How many times they fail before they succeed. */
  readonly times: number;
  /** How often each check, and the installer, has failed so far. */
  readonly failures: Readonly<Record<string, number>>;
  /** What configuration says of single properties. */
  readonly settlements?: Settlements | undefined;
  /** Where the rehearsed installer keeps its jobs. */
  readonly jobsFolder: string;
}
