import { chartVersion } from '../../server/host/chartVersion.ts';
import { type LoadedInstallation, toLoaded } from '../../server/host/loadedInstallation.ts';
import { statusOf } from '../../server/host/status.ts';
import { revive, screenOf } from '../../server/host/transition.ts';
import type { Saved } from '../../server/store/rows.ts';
import type { PersistedSnapshot } from '../../server/store/snapshot.ts';

/** An installation as a store gives it, at the state that is kept. */
export function savedFrom(kept: PersistedSnapshot, more: Partial<Saved> = {}): Saved {
  const snapshot = revive(kept);
  const at = '2026-01-01T00:00:00.000Z';
  const about = { id: kept.context.id, name: null, mode: 'live', rehearsal: null, runner: null, option: null } as const;
  const now = { status: statusOf(snapshot), page: screenOf(snapshot), revision: 7, chart: chartVersion };
  return { ...about, createdAt: at, updatedAt: at, who: 'ann', ...now, kept, walk: null, link: null, ...more };
}

/** The same, loaded. */
export function loadedFrom(kept: PersistedSnapshot, more: Partial<Saved> = {}): LoadedInstallation {
  return toLoaded(savedFrom(kept, more));
}
