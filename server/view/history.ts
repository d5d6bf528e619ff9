import type { Brought } from '../../machines/ports/checks.ts';
import type { Product } from '../../machines/ports/packageListing.ts';
import type { HistoryEntry } from '../store/rows.ts';
import { redact } from './redact.ts';

/** The journal as a client sees it. What a call has brought stands as `ended` or `failed`, not in the chart's own words. */
export function historyOf(journal: readonly HistoryEntry[]) {
  return journal.map(({ revision, at, who, event, from, to }) => ({ revision, at, who, event: toTold(event), from, to }));
}

function toTold(event: HistoryEntry['event']): unknown {
  const outcome = /^xstate\.(done|error)\.actor\.(.*)$/.exec(event.type);
  if (!outcome) return redact(event.type === 'list' ? ofPackage(event) : event);
  const { output, error } = event as { output?: unknown; error?: unknown };
  const call = outcome[2];
  return redact(
    outcome[1] === 'done' ? { type: 'ended', call, output: withoutPackage(output) } : { type: 'failed', call, error },
  );
}

/** A listing fills pages: which package it is of is enough. */
function ofPackage(event: object): object {
  const { productName, productCode, productVersion } = (event as { listing: Product }).listing;
  return { ...event, listing: { productName, productCode, productVersion } };
}

/** What a look at the package has brought stands in the view, not in the journal. */
function withoutPackage(output: unknown): unknown {
  if (!Array.isArray(output)) return output;
  return output.map(({ asks: _, kept: __, ...result }: Brought) => result);
}
