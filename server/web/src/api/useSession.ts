import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { Session } from './session.ts';
import type { SessionState } from './sessionState.ts';
import type { View } from './view.ts';

/** Follows an installation while the page shows it. A hidden page lets go: browsers allow a service only a few streams. */
export function useSession(id: string): Session {
  const [session] = useState(() => new Session(id));
  useEffect(() => {
    const follow = () => (document.hidden ? session.close() : session.open());
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      session.close();
    };
  }, [session]);
  return session;
}

/** What is known of an installation, as it changes. */
export function useSessionState(session: Session): SessionState {
  return useSyncExternalStore(session.known.subscribe, () => session.known.state);
}

/** The session and the view that everything below an installation's page reads. */
export const InstallationContext = createContext<{ readonly session: Session; readonly view: View } | null>(null);

/** The installation that the component is a part of. */
export function useInstallation(): { readonly session: Session; readonly view: View } {
  const value = useContext(InstallationContext);
  if (!value) throw new Error('This is no part of an installation.');
  return value;
}
