import { useCallback, useEffect, useState } from 'react';
import { Refused } from './request.ts';

/**
 * What is read at once, when somebody comes back to this page, and again `pause` milliseconds after each reading; nothing, while nobody
 * looks. `refresh` reads it now, once `first` is done; what the service refuses of either is told. What takes long to read may be shown
 * in part meanwhile.
 */
export function useLatest<T>(read: (show: (part: T) => void) => Promise<T>, pause: number) {
  const [latest, setLatest] = useState<T>();
  const [refused, setRefused] = useState<Refused | null>(null);
  const refresh = useCallback(
    async (first?: () => Promise<unknown>) => {
      try {
        await first?.();
        if (document.hidden) return;
        setLatest(await read(setLatest));
        setRefused(null);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        setRefused(error);
      }
    },
    [read],
  );
  useEffect(() => {
    let isWanted = true;
    let timer: number | undefined;
    const goOn = () => {
      void refresh().finally(() => {
        clearTimeout(timer);
        if (isWanted) timer = window.setTimeout(goOn, pause);
      });
    };
    goOn();
    document.addEventListener('visibilitychange', goOn);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', goOn);
    };
  }, [refresh, pause]);
  return { latest, refused, refresh };
}
