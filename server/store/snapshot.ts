import type { SnapshotStatus, StateValue } from 'xstate';
import type { WizardContext } from '../../machines/chart/context.ts';

/** All that is kept of where an installation is; the rest follows from it and the chart, into which it is revived. */
export interface PersistedSnapshot {
  readonly value: StateValue;
  readonly context: WizardContext;
  readonly status: SnapshotStatus;
}
