import type { Wording } from '../view/wording.ts';
import { capitalize, words } from '../view/words.ts';
import type { ChartNode } from './chart.ts';
import type { ChartEdge, EdgeLabel } from './edges.ts';
import type { Highlights } from './highlights.ts';

/** All that is to be told of a node, for a pointer that rests on it. What the chart has a name for goes by that. */
export function describeNode({ id, kind, title, step, checks, calls, within, jumps }: ChartNode, tell: Wording['tell']): string {
  const elsewhere = jumps.map(({ event, guard, to }) => {
    return `${tellLabel({ event, guard, not: [] }, tell)} → ${to ?? tell('any screen visited before')}`;
  });
  return [
    `${tell(title)} (${tell(kindWords[kind])} ${id})`,
    step && `${tell('Guide')}: ${step}`,
    checks.length > 0 && `${tell('Checks')}: ${checks.join(', ')}`,
    calls.length > 0 && `${tell('Calls')}: ${calls.join(', ')}`,
    elsewhere.length > 0 && `${tell('Leads elsewhere')}: ${elsewhere.join('; ')}`,
    within.length > 0 && `${tell('Within')}: ${within.map((one) => tellLabel(one, tell)).join('; ')}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** From where, whereto, and all that leads along. */
export function describeEdge({ id, labels }: ChartEdge, tell: Wording['tell']): string {
  return [id, ...labels.map((label) => tellLabel(label, tell))].join('\n');
}

/** Where an installation is, and what it waits for. */
export function describeMarks({ revision, here, calls, events }: Highlights, tell: Wording['tell']): string {
  const where =
    here === null ? tell('at a state that this version does not have') : `${tell('at')} ${tell(capitalize(words(here)))}`;
  const waits = calls.length > 0 ? calls : events;
  const waiting = waits.length > 0 ? `, ${tell('waiting for')} ${waits.join(', ')}` : '';
  return `${tell('Revision')} ${revision}: ${where}${waiting}.`;
}

/** `submit [isOnScreen]`, in the chart's own names. */
function tellLabel({ event, guard, not }: EdgeLabel, tell: Wording['tell']): string {
  const questions = guard !== null ? guard : not.map((one) => `${tell('not')} ${one}`).join(', ');
  return [event || tell('at once'), questions && `[${questions}]`].filter(Boolean).join(' ');
}

/** What kinds of nodes are called, in English; the catalogs know them by these words. */
export const kindWords: Readonly<Record<ChartNode['kind'], string>> = {
  page: 'page',
  warning: 'warning',
  confirmation: 'confirmation',
  errorBox: 'error box',
  stage: 'stage',
  end: 'end',
  work: 'work',
  choice: 'choice',
  anywhere: 'anywhere',
};
