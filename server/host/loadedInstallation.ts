import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Row, Saved } from '../store/rows.ts';
import type { PersistedSnapshot } from '../store/snapshot.ts';
import { chartVersion } from './chartVersion.ts';
import { knownContext } from './knownContext.ts';
import { hasEnded } from './status.ts';
import { revive, type Snapshot } from './transition.ts';

/** An installation as it is now. */
export interface LoadedInstallation {
  readonly row: Row;
  readonly kept: PersistedSnapshot;
  readonly snapshot: Snapshot;
  readonly walk: string | null;
}

/** @throws {Problem} `damaged` or `chart-changed`, where what is kept can't be used. */
export function toLoaded({ kept, walk, ...row }: Saved): LoadedInstallation {
  if (!kept) throw new Problem('damaged', 'What is kept of this installation does not agree with its checksum.');
  if (row.chart !== chartVersion && !hasEnded(row.status)) {
    throw new Problem('chart-changed', 'This installation was begun with another version, and could not be moved over.');
  }
  const snapshot = toSnapshot(row.chart === chartVersion ? kept : inWhatIsKnown(kept));
  return { row, kept, snapshot, walk };
}

/** What has ended under an older chart is read by the names that this one has. */
function inWhatIsKnown(kept: PersistedSnapshot): PersistedSnapshot {
  if (typeof kept.context !== 'object' || kept.context === null) return kept;
  return { ...kept, context: knownContext(kept.context, kept.context) };
}

/** Whether what is kept can be used. */
export function canBeLoaded(saved: Saved): boolean {
  try {
    toLoaded(saved);
    return true;
  } catch {
    return false;
  }
}

function toSnapshot(kept: PersistedSnapshot): Snapshot {
  try {
    if (typeof kept.context !== 'object') throw new Error('There is no context.');
    return revive(kept);
  } catch (error) {
    throw new Problem('damaged', 'What is kept of this installation is nothing that the chart knows.', { cause: error });
  }
}
