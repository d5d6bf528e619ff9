import { randomUUID } from 'node:crypto';
import { firstTransition } from '../../server/host/transition.ts';
import type { Saved } from '../../server/store/rows.ts';
import type { PersistedSnapshot } from '../../server/store/snapshot.ts';
import type { Step } from '../../server/store/step.ts';

/** The first step of a new installation. */
export function firstStep(parts: Partial<Step> = {}): Step {
  const id = parts.id ?? randomUUID();
  return {
    id,
    revision: 0,
    at: timeAt(0),
    who: 'local',
    event: { type: 'begin' },
    row: {
      name: 'A name',
      mode: 'rehearsal',
      rehearsal: null,
      runner: null,
      status: 'asking',
      page: 'welcome',
      option: null,
      chart: 'a',
    },
    from: null,
    kept: firstTransition({ id, package: null }).kept,
    walk: null,
    started: [],
    stopped: [],
    sealed: [],
    destroyed: [],
    forget: false,
    ...parts,
  };
}

/** A step on from where an installation is, that changes something of what is kept. */
export function nextStep(now: Saved, parts: Omit<Partial<Step>, 'row'> & { readonly row?: Partial<Step['row']> } = {}): Step {
  const { kept } = now;
  if (!kept) throw new Error('It is damaged.');
  const { name, mode, rehearsal, runner, status, page, option, chart } = now;
  return {
    ...firstStep({ id: now.id }),
    revision: now.revision,
    at: timeAt(now.revision),
    event: { type: 'acknowledge', number: now.revision },
    from: now.page,
    before: kept,
    kept: changed(kept, now.revision),
    walk: now.walk,
    ...parts,
    row: { name, mode, rehearsal, runner, status, page, option, chart, ...parts.row },
  };
}

export function timeAt(second: number): string {
  return new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString();
}

function changed(kept: PersistedSnapshot, number: number): PersistedSnapshot {
  return { ...kept, context: { ...kept.context, failures: { ...kept.context.failures, [`check${number % 7}`]: number } } };
}
