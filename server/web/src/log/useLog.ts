import { useSyncExternalStore } from 'react';
import type { LogTail } from '../api/logTail.ts';

/** The lines of the log that are here, as they come. */
export function useLog(log: LogTail): readonly string[] {
  return useSyncExternalStore(log.subscribe, () => log.lines);
}
