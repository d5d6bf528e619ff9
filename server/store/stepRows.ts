import { differenceOf } from './difference.ts';
import { digestOf, type Saved } from './rows.ts';
import type { Step } from './step.ts';

/** The journal has a whole state this often, so that none is put together from more pieces. */
const wholeEvery = 32;

/** What a step makes of an installation's row. */
export interface StateRow {
  readonly kept: string;
  readonly digest: string;
  /** Nothing where the service itself moved it: whoever moved it last stays. */
  readonly who: string | null;
}

/** What a step leaves in the journal: the whole state, or what it has changed. */
export interface JournalRow {
  readonly kept: string;
  readonly changed: string | null;
}

export function toStateRow({ kept, who }: Pick<Step, 'kept' | 'who'>): StateRow {
  const text = JSON.stringify(kept);
  return { kept: text, digest: digestOf(text), who: byService(who) ? null : who };
}

export function toJournalRow({ revision, before, kept }: Pick<Step, 'revision' | 'before' | 'kept'>): JournalRow {
  if (before === undefined || revision % wholeEvery === 0) return { kept: JSON.stringify(kept), changed: null };
  return { kept: '', changed: JSON.stringify(differenceOf(before, kept) ?? { in: {} }) };
}

/** The installation as it is once the step is taken. */
export function toSaved(step: Step, earlier: Pick<Saved, 'createdAt' | 'who'> | undefined): Saved {
  const { id, row, at, who, kept, walk, revision } = step;
  const { name, mode, rehearsal, runner, status, page, option, chart } = row;
  return {
    id,
    name,
    mode,
    rehearsal,
    runner,
    createdAt: earlier?.createdAt ?? at,
    updatedAt: at,
    who: byService(who) ? (earlier?.who ?? who) : who,
    status,
    page,
    option,
    revision: revision + 1,
    chart,
    kept,
    walk,
  };
}

function byService(who: string): boolean {
  return who === 'mim-setup';
}
