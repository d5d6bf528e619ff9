import { useEffect } from 'react';
import type { Refused } from './request.ts';
import { useInstallation, useSessionState } from './useSession.ts';

/**
 * Why the last event was refused that was sent from here: from the screen of the wizard, or from a page behind. Whoever comes back is
 * not told it again.
 */
export function useRefused(on: string): Refused | null {
  const { session } = useInstallation();
  const { refused } = useSessionState(session);
  useEffect(() => () => session.known.forgetRefused(on), [session, on]);
  return refused?.on === on ? refused.why : null;
}
