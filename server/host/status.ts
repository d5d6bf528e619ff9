import { screens } from '../../machines/pages/screens.ts';
import { type Snapshot, screenOf } from './transition.ts';

/** What an installation is doing, in one word. */
export const statuses = [
  'asking',
  'checking',
  'warning',
  'error',
  'ready',
  'installing',
  'failed',
  'postInstallation',
  'finished',
  'cancelled',
] as const;

/** One of {@link statuses}: what the view, the lists and the metrics call it. */
export type Status = (typeof statuses)[number];

/** The status of a state, by the kind of its screen; the screens after the interview are called as their status. */
export function statusOf(snapshot: Snapshot): Status {
  const screen = screenOf(snapshot);
  const { kind } = screens[screen];
  if (kind === 'form') return snapshot.hasTag('checking') ? 'checking' : 'asking';
  if (kind === 'warning' || kind === 'error') return kind;
  return screen as Status;
}

/** True where nothing more can come: its secrets are destroyed, and it may be deleted. */
export function hasEnded(status: string): boolean {
  return status === 'finished' || status === 'cancelled';
}
