import type { Values } from './schema.ts';

/** What was typed on a page and not sent. It never holds a secret. */
export interface Draft {
  readonly values: Values;
  /** The page's answers, as they were when it was typed. */
  readonly base: string;
}

/** Reads what this tab keeps; a reload does not lose it, another tab does not see it. */
export function readDraft(installation: string, page: string): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(installation, page)) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}

/** Keeps what was typed in this tab, in place of what was kept; null forgets it. */
export function keepDraft(installation: string, page: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(installation, page), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(installation, page));
  } catch {
    // The browser keeps nothing for this site: then a reload loses what was typed, and nothing else.
  }
}

function keyOf(installation: string, page: string): string {
  return `draft ${installation} ${page}`;
}
