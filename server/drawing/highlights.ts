import type { StateValue } from 'xstate';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { eventsTaken } from '../host/eventsTaken.ts';
import { revive, type Snapshot, waitedForBy } from '../host/transition.ts';
import type { PersistedSnapshot } from '../store/snapshot.ts';
import type { Chart } from './chart.ts';
import type { ChartEdge } from './edges.ts';

/** Where an installation is on the chart, and how it came there. */
export interface Highlights {
  readonly revision: number;
  /** The node of the present state; null where an older chart had it, and this one doesn't. */
  readonly here: string | null;
  /** Nodes on the way here, choices included. */
  readonly trail: readonly string[];
  /** Ids of the edges on the way, and of those that its choices did not take. */
  readonly taken: readonly string[];
  readonly refused: readonly string[];
  /** Services whose outcome is waited for; else the events that are. */
  readonly calls: readonly string[];
  readonly events: readonly string[];
}

/** A step as the journal keeps it. */
export interface JournalStep {
  readonly revision: number;
  readonly kept: PersistedSnapshot;
}

/** The marks of an installation at the last of these steps, which are all that there were until then, or those of the way back. */
export function highlightsOf(chart: Chart, steps: readonly JournalStep[]): Highlights {
  const { revision, kept } = steps.at(-1)!;
  const places = placesOf(chart, steps);
  const taken = unlike(pairs(places)).flatMap(([from, to]) => wayBetween(chart, from, to));
  const trail = [...new Set([...places, ...taken.flatMap(({ from, to }) => [from, to])])];
  const choices = new Set(taken.map(({ from }) => from).filter((id) => kindOf(chart, id) === 'choice'));
  return {
    revision,
    here: nodeOf(chart, kept) ?? null,
    trail,
    taken: [...new Set(taken.map(({ id }) => id))],
    refused: chart.edges.filter((edge) => choices.has(edge.from) && !taken.includes(edge)).map(({ id }) => id),
    ...waitsFor(kept),
  };
}

/** The screens of the trail, and those that have come since, for not every screen is on the trail. */
function placesOf(chart: Chart, steps: readonly JournalStep[]): string[] {
  const { trail } = steps.at(-1)!.kept.context;
  const since: string[] = [];
  for (const { kept } of steps.toReversed()) {
    const node = nodeOf(chart, kept);
    if (node === undefined || node === trail.at(-1)) break;
    since.push(node);
  }
  return [...trail.filter((id) => chart.nodes.some((node) => node.id === id)), ...since.toReversed()];
}

/**
 * The edges that lead from one screen to another with nothing but choices between; from a screen that leads there only as all of
 * its part do, the edge of the part. None, where the chart knows no such way.
 */
function wayBetween(chart: Chart, from: string, to: string): ChartEdge[] {
  const direct = chart.edges.find((edge) => edge.from === from && edge.to === to);
  if (direct) return [direct];
  const through = throughChoices(chart, from, to);
  if (through.length > 0) return through;
  return chart.edges.filter((edge) => edge.to === to && kindOf(chart, edge.from) === 'anywhere');
}

function throughChoices(chart: Chart, from: string, to: string, seen: ReadonlySet<string> = new Set()): ChartEdge[] {
  for (const edge of chart.edges.filter((one) => one.from === from)) {
    if (edge.to === to) return [edge];
    if (kindOf(chart, edge.to) !== 'choice' || seen.has(edge.to)) continue;
    const rest = throughChoices(chart, edge.to, to, new Set([...seen, edge.to]));
    if (rest.length > 0) return [edge, ...rest];
  }
  return [];
}

function waitsFor(kept: PersistedSnapshot): Pick<Highlights, 'calls' | 'events'> {
  const snapshot = reviveIfKnown(kept);
  if (snapshot?.status !== 'active') return { calls: [], events: [] };
  return { calls: waitedForBy(snapshot).map(({ service }) => service), events: eventsTaken(snapshot) };
}

/** Nothing, where an older chart has kept it in states that this one does not have. */
function reviveIfKnown(kept: PersistedSnapshot): Snapshot | undefined {
  try {
    return revive(kept);
  } catch {
    return undefined;
  }
}

/** The innermost state that a node is drawn for. */
export function nodeOf(chart: Chart, { value }: PersistedSnapshot): string | undefined {
  return statesAt(value).findLast((id) => chart.nodes.some((node) => node.id === id));
}

/** Ids of the states that a value stands for, the outermost first, as far as the chart has them. */
function statesAt(value: StateValue): string[] {
  const ids: string[] = [];
  let state: typeof wizardMachine.root | undefined = wizardMachine.root;
  for (let rest: StateValue | undefined = value; rest !== undefined && state; ) {
    const key: string | undefined = typeof rest === 'string' ? rest : Object.keys(rest)[0];
    state = key === undefined ? undefined : (state.states as Record<string, typeof state>)[key];
    if (state) ids.push(state.id);
    rest = typeof rest === 'string' || key === undefined ? undefined : rest[key];
  }
  return ids;
}

function kindOf(chart: Chart, id: string) {
  return chart.nodes.find((node) => node.id === id)?.kind;
}

/** An installer that is tried again and again goes the same way each time. */
function unlike(ways: readonly (readonly [from: string, to: string])[]): (readonly [from: string, to: string])[] {
  return [...new Map(ways.map((way) => [way.join(' → '), way])).values()];
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.slice(1).map((item, at) => [items[at]!, item]);
}
