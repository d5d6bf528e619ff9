import type { HistoryEntry } from '../store/rows.ts';
import { redact } from './page.ts';

/** The journal as a client sees it. What a call has brought stands as `ended` or `failed`, not in the chart's own words. */
export function historyOf(journal: readonly HistoryEntry[]) {
  return journal.map(({ revision, at, who, event, from, to }) => ({ revision, at, who, event: toTold(event), from, to }));
}

function toTold(event: HistoryEntry['event']): unknown {
  const outcome = /^xstate\.(done|error)\.actor\.(.*)$/.exec(event.type);
  if (!outcome) return redact(event);
  const { output, error } = event as { output?: unknown; error?: unknown };
  const call = outcome[2];
  return redact(outcome[1] === 'done' ? { type: 'ended', call, output } : { type: 'failed', call, error });
}
