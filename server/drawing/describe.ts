import { capitalize, words } from '../view/words.ts';
import type { ChartNode } from './chart.ts';
import type { ChartEdge, EdgeLabel } from './edges.ts';
import type { Highlights } from './highlights.ts';

/** All that is to be told of a node, for a pointer that rests on it. */
export function describeNode({ id, kind, title, step, checks, calls, within, jumps }: ChartNode): string {
  return [
    `${title} (${kindWords[kind]} ${id})`,
    step && `Guide: ${step}`,
    checks.length > 0 && `Checks: ${checks.join(', ')}`,
    calls.length > 0 && `Calls: ${calls.join(', ')}`,
    jumps.length > 0 &&
      `Leads elsewhere: ${jumps.map(({ event, guard, to }) => `${tellLabel({ event, guard, not: [] })} → ${to ?? 'any screen that was come by'}`).join('; ')}`,
    within.length > 0 && `Within: ${within.map(tellLabel).join('; ')}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** From where, whereto, and all that leads along. */
export function describeEdge({ id, labels }: ChartEdge): string {
  return [id, ...labels.map(tellLabel)].join('\n');
}

/** Where an installation is, and what it waits for. */
export function describeMarks({ revision, here, calls, events }: Highlights): string {
  const where = here === null ? 'at a state that this version does not have' : `at ${capitalize(words(here))}`;
  const waits = calls.length > 0 ? calls : events;
  return `Revision ${revision}: ${where}${waits.length > 0 ? `, waiting for ${waits.join(', ')}` : ''}.`;
}

/** `submit [isOnScreen]`, in the chart's own names. */
export function tellLabel({ event, guard, not }: EdgeLabel): string {
  const questions = guard !== null ? guard : not.map((one) => `not ${one}`).join(', ');
  return [event || 'at once', questions && `[${questions}]`].filter(Boolean).join(' ');
}

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
