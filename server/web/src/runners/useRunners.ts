import { useCallback, useEffect, useState } from 'react';
import { ask, Refused } from '../api/request.ts';
import type { Runner } from './runner.ts';

/** How often they are asked for again while somebody looks, milliseconds. */
const pause = 5000;

/** The runners, by name, read again and again while the page is looked at. */
export function useRunners() {
  const [runners, setRunners] = useState<readonly Runner[]>();
  const [refused, setRefused] = useState<Refused | null>(null);
  const read = useCallback(async () => {
    if (document.hidden) return;
    try {
      setRunners((await ask<{ items: readonly Runner[] }>('/api/v1/runners')).items);
      setRefused(null);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    }
  }, []);
  useEffect(() => {
    void read();
    const timer = setInterval(read, pause);
    return () => clearInterval(timer);
  }, [read]);
  return { runners, refused, read };
}
