import type { PersistedSnapshot } from '../../store/snapshot.ts';
import { secretsIn } from './secretsIn.ts';

/** The secrets that were referred to before a step and no longer are. */
export function unusedSecrets(before: PersistedSnapshot | undefined, after: PersistedSnapshot, walk: string | null): string[] {
  const then = secretsIn(before?.context);
  if (then.size === 0) return [];
  const still = secretsIn([after.context, walk && JSON.parse(walk)]);
  return [...then].filter((ref) => !still.has(ref));
}
