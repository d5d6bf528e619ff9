import { useSyncExternalStore } from 'react';
import type { LogTail } from '../api/logTail.ts';

export function useLog(log: LogTail): readonly string[] {
  return useSyncExternalStore(log.subscribe, () => log.lines);
}
