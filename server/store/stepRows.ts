import { differenceOf } from './difference.ts';
import { digestOf, type Saved } from './rows.ts';
import type { Step, Written } from './step.ts';

/** The journal has a whole state this often, so that none is put together from more pieces. */
const wholeEvery = 32;

/** A step as it is written. */
export function writtenOf(step: Step): Written {
  return step.written ?? { ...textsOf(step), seal: null };
}

/** What a step leaves in the row and in the journal, but for its seal. */
export function textsOf({ event, revision, before, kept }: Step): Omit<Written, 'seal'> {
  const text = JSON.stringify(kept);
  const texts = { event: JSON.stringify(event), kept: text, digest: digestOf(text) };
  if (before === undefined || revision % wholeEvery === 0) return { ...texts, whole: text, changed: null };
  return { ...texts, whole: '', changed: JSON.stringify(differenceOf(before, kept) ?? { in: {} }) };
}

/** Whom a step makes the one who moved it last: nobody, where the service itself did. */
export function moverOf({ who }: Pick<Step, 'who'>): string | null {
  return byService(who) ? null : who;
}

/** The installation as it is once the step is taken. */
export function toSaved(step: Step, earlier: Pick<Saved, 'createdAt' | 'who'> | undefined): Saved {
  const { id, row, at, who, kept, walk, revision } = step;
  const { name, mode, rehearsal, runner, status, page, option, chart } = row;
  const { seal, digest } = writtenOf(step);
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
    link: seal === null ? null : { seal, digest },
  };
}

function byService(who: string): boolean {
  return who === 'mim-setup';
}
