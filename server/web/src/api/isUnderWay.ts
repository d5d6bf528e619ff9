import type { View } from './view.ts';

/** Whether calls for it are under way. What these tell, and whom they wait for, is no step: it changes at one revision. */
export function isUnderWay({ status, checks, waitsFor }: Pick<View, 'status' | 'checks' | 'waitsFor'>): boolean {
  return (
    status === 'checking' || status === 'installing' || waitsFor !== null || checks.some((check) => check.status === 'pending')
  );
}
