import { phaseOf } from '../../machines/chart/flow.ts';
import { isScreenId } from '../../machines/pages/screens.ts';
import type { JournalEntry } from '../store/rows.ts';
import { capitalize, words } from '../view/words.ts';

/** How long a phase took; what it waited for people, and each return to it, counts. */
export interface PhaseTime {
  readonly phase: string;
  readonly ms: number;
}

/**
 * The time from each step to the next, by the phase that was on screen between them, in the order in which they were come to. The
 * installation itself is told apart by its screens.
 */
export function phasesOf(journal: readonly Pick<JournalEntry, 'at' | 'to'>[]): PhaseTime[] {
  const spent = new Map<string, number>();
  for (const [index, { at, to }] of journal.entries()) {
    const next = journal[index + 1];
    if (!next || !isScreenId(to)) continue;
    const phase = capitalize(words(phaseOf(to) === 'installation' ? to : phaseOf(to)));
    // A clock that was set back meanwhile takes no time away.
    spent.set(phase, (spent.get(phase) ?? 0) + Math.max(0, Date.parse(next.at) - Date.parse(at)));
  }
  return [...spent].map(([phase, ms]) => ({ phase, ms }));
}
