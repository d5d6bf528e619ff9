import type { InstallOutcome } from '../../machines/ports/installer.ts';
import type { JournalEntry } from '../store/rows.ts';

/** One run of the installer, here or reported from elsewhere. */
export interface Attempt {
  readonly number: number;
  /** Who asked for it, or reported it. */
  readonly who: string;
  readonly begunAt: string;
  /** Milliseconds; null while it runs. Of one that ran elsewhere nothing is known but that it was over by then. */
  readonly ms: number | null;
  readonly ranElsewhere: boolean;
  readonly outcome: InstallOutcome | null;
  /** What came of it, in a sentence. */
  readonly message: string;
}

/** Every run of the installer, in order. */
export function attemptsOf(journal: readonly JournalEntry[]): Attempt[] {
  return journal.flatMap((begun, at) => {
    const { attempt } = begun.kept.context;
    if (attempt === (journal[at - 1]?.kept.context.attempt ?? 0)) return [];
    const ended = journal.slice(at).find(({ to }) => to !== 'installing');
    const ranElsewhere = begun.to !== 'installing';
    const { outcome = null, problems = [] } = ended?.kept.context ?? {};
    return [
      {
        number: attempt,
        who: whoAsked(journal.slice(0, at + 1)),
        begunAt: begun.at,
        ms: ended && !ranElsewhere ? Date.parse(ended.at) - Date.parse(begun.at) : null,
        ranElsewhere,
        outcome,
        message: outcome?.message ?? problems[0]?.message ?? 'It is at work.',
      },
    ];
  });
}

/** Where it was asked for while the last checks still ran, the service itself has begun it. */
function whoAsked(journal: readonly JournalEntry[]): string {
  const asked = journal.findLast(({ event: { type } }) => type === 'install' || type === 'retry' || type === 'report');
  return asked?.who ?? journal.at(-1)!.who;
}
