import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Link, Row, Saved } from '../store/rows.ts';
import type { PersistedSnapshot } from '../store/snapshot.ts';
import { chartVersion } from './chartVersion.ts';
import { knownContext } from './knownContext.ts';
import { hasEnded } from './status.ts';
import { revive, type Snapshot } from './transition.ts';

/** An installation as it is at one revision, its state revived: loaded once for a request, and handed on from there. */
export interface LoadedInstallation {
  readonly row: Row;
  readonly kept: PersistedSnapshot;
  readonly snapshot: Snapshot;
  /** The walk by a file of answers that it is on, as JSON. */
  readonly walk: string | null;
  /** See {@link Saved}. */
  readonly link: Link | null;
}

/** One that a step may be made from: it is known what its next seal goes on from. */
export interface Movable extends LoadedInstallation {
  readonly link: Link;
}

/** @throws {Problem} `damaged` or `chart-changed`, where what is kept can't be used. */
export function toLoaded({ kept, walk, link, ...row }: Saved): LoadedInstallation {
  if (!kept) throw new Problem('damaged', 'What is kept of this installation does not agree with its checksum.');
  if (isOutdated(row)) {
    throw new Problem('chart-changed', 'This installation was begun with another version, and could not be moved over.');
  }
  const snapshot = toSnapshot(row.chart === chartVersion ? kept : inWhatIsKnown(kept));
  return { row, kept, snapshot, walk, link };
}

/** What has ended under an older chart is read by the names that this one has. */
function inWhatIsKnown(kept: PersistedSnapshot): PersistedSnapshot {
  if (typeof kept.context !== 'object' || kept.context === null) return kept;
  return { ...kept, context: knownContext(kept.context, kept.context) };
}

/** Whether another chart has kept it, and it may still go on. */
export function isOutdated({ chart, status }: Pick<Row, 'chart' | 'status'>): boolean {
  return chart !== chartVersion && !hasEnded(status);
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
