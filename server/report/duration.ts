import type { Wording } from '../view/wording.ts';

/**
 * How long something took, in the words of a report.
 *
 * @param ms milliseconds.
 * @example duration(90_500, (text) => text) // 1 min 31 s
 */
export function duration(ms: number, tell: Wording['tell']): string {
  if (ms < 1000) return tell('less than 1 s');
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
