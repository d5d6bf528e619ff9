import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { ask, send } from '../api/request.ts';

/** Who uses this page. `signedIn` is false where no token is needed. */
export interface Visitor {
  readonly who: string;
  readonly signedIn: boolean;
}

/** Asks who is signed in, again whenever the sign-in page has been left. */
export function useVisitor() {
  const [visitor, setVisitor] = useState<Visitor | null>(null);
  const [path] = useLocation();
  const isSigningIn = path === '/sign-in';
  useEffect(() => {
    if (isSigningIn) setVisitor(null);
    else ask<Visitor>('/session').then(setVisitor, () => setVisitor(null));
  }, [isSigningIn]);
  const signOut = async () => {
    await send('/session', { method: 'DELETE' }).catch(() => undefined);
    location.assign('/sign-in');
  };
  return { visitor, signOut };
}
