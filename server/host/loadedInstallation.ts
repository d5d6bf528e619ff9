import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Row, Saved } from '../store/rows.ts';
import { hasEnded } from '../view/status.ts';
import { chartVersion } from './chartVersion.ts';
import { type Kept, revive, type Snapshot } from './transition.ts';

/** An installation as it is now. */
export interface Present {
  readonly row: Row;
  readonly kept: Kept;
  readonly snapshot: Snapshot;
  readonly walk: string | null;
}

/** @throws {Problem} `damaged` or `chart-changed`, where what is kept can't be used. */
export function toPresent({ kept, walk, ...row }: Saved): Present {
  if (!kept) throw new Problem('damaged', 'What is kept of this installation does not agree with its checksum.');
  if (row.chart !== chartVersion && !hasEnded(row.status)) {
    throw new Problem('chart-changed', 'This installation was begun with another version, and could not be moved over.');
  }
  return { row, kept, snapshot: toSnapshot(kept), walk };
}

/** Whether what is kept can be used. */
export function canBeLoaded(saved: Saved): boolean {
  try {
    toPresent(saved);
    return true;
  } catch {
    return false;
  }
}

function toSnapshot(kept: Kept): Snapshot {
  try {
    if (typeof kept.context !== 'object') throw new Error('There is no context.');
    return revive(kept);
  } catch (error) {
    throw new Problem('damaged', 'What is kept of this installation is nothing that the chart knows.', { cause: error });
  }
}
